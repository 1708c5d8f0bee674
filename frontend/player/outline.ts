const FOLDED = 'collegium.outline-folded';
const GLYPHS: Record<string, string> = { done: 'circle-check', awaiting: 'clock', todo: 'circle', closed: 'lock' };

/** The outline: beside the text where there is room, else a sheet over it. */
export class Outline {
  private readonly narrow = matchMedia('(max-width: 64rem)');
  private readonly onClick = (event: Event) => this.clicked(event);
  private readonly onChange = () => this.close();

  constructor(private readonly player: HTMLElement) {}

  connect(): void {
    this.player.classList.toggle('lrn-folded', localStorage.getItem(FOLDED) === 'yes');
    this.player.addEventListener('click', this.onClick);
    this.narrow.addEventListener('change', this.onChange);
    this.tell();
  }

  disconnect(): void {
    this.player.removeEventListener('click', this.onClick);
    this.narrow.removeEventListener('change', this.onChange);
  }

  /** Shows or hides it; beside the text the choice is remembered. */
  toggle(): void {
    if (this.narrow.matches) {
      const open = this.player.classList.toggle('lrn-outline-open');
      this.tell();
      if (open) {
        this.current()?.focus();
      }
      return;
    }
    const folded = this.player.classList.toggle('lrn-folded');
    localStorage.setItem(FOLDED, folded ? 'yes' : 'no');
    this.tell();
  }

  /** Closes the sheet, if it is one and open; says whether it was. */
  close(): boolean {
    const open = this.player.classList.contains('lrn-outline-open');
    this.player.classList.remove('lrn-outline-open');
    this.tell();
    return open;
  }

  show(key: string): void {
    this.close();
    this.links().forEach((link) => {
      if (link.dataset.key === key) {
        link.setAttribute('aria-current', 'page');
        link.closest('details')!.open = true;
        this.bringIntoSight(link);
      } else {
        link.removeAttribute('aria-current');
      }
    });
  }

  mark(key: string, state: string, label: string): void {
    const link = this.links().find((one) => one.dataset.key === key);
    if (!link) {
      return;
    }
    link.dataset.state = state;
    link.querySelector('.c-hidden')!.textContent = label;
    const use = link.querySelector('use')!;
    use.setAttribute('href', use.getAttribute('href')!.replace(/#.*/, `#${GLYPHS[state]}`));
    this.count(link.closest('details')!);
  }

  private count(section: HTMLElement): void {
    const count = section.querySelector('.lrn-section-count')!;
    const done = section.querySelectorAll('[data-state="done"]:not([data-optional])').length;
    count.textContent = count.textContent!.replace(/\d+/, String(done));
  }

  private links(): HTMLElement[] {
    return [...this.player.querySelectorAll<HTMLElement>('.lrn-step')];
  }

  private current(): HTMLElement | null {
    return this.player.querySelector('.lrn-step[aria-current]');
  }

  /** Scrolls the outline alone; the page stays where it is. */
  private bringIntoSight(link: HTMLElement): void {
    const panel = this.player.querySelector<HTMLElement>('.lrn-outline');
    if (panel) {
      const place = link.getBoundingClientRect();
      const frame = panel.getBoundingClientRect();
      if (place.top < frame.top || place.bottom > frame.bottom) {
        panel.scrollTop += place.top - frame.top - frame.height / 3;
      }
    }
  }

  private clicked(event: Event): void {
    const target = event.target as Element;
    if (target.closest('[data-outline-switch]')) {
      this.toggle();
    } else if (this.player.classList.contains('lrn-outline-open') && !target.closest('.lrn-outline')) {
      this.close();
    }
  }

  private tell(): void {
    const shown = this.narrow.matches
      ? this.player.classList.contains('lrn-outline-open')
      : !this.player.classList.contains('lrn-folded');
    this.player.querySelector('[data-outline-switch]')?.setAttribute('aria-expanded', String(shown));
  }
}

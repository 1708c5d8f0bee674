import type { Outline } from './outline';

const SINGLE = 'collegium.single-keys';

/** The keys of the player. Single letters can be turned off; the combinations always work. */
export class Keys {
  private readonly onKey = (event: KeyboardEvent) => this.pressed(event);
  private readonly onClick = (event: Event) => this.clicked(event);

  constructor(
    private readonly player: HTMLElement,
    private readonly outline: Outline,
  ) {}

  connect(): void {
    document.addEventListener('keydown', this.onKey);
    this.player.addEventListener('click', this.onClick);
  }

  disconnect(): void {
    document.removeEventListener('keydown', this.onKey);
    this.player.removeEventListener('click', this.onClick);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || isTyping(event) || document.querySelector('vaadin-dialog[opened]')) {
      return;
    }
    if (event.key === 'Escape' && this.outline.close()) {
      this.player.querySelector<HTMLElement>('[data-outline-switch]')?.focus();
      return;
    }
    const act = this.actOf(event);
    if (act) {
      event.preventDefault();
      act();
    }
  }

  private actOf(event: KeyboardEvent): (() => void) | undefined {
    if (event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey) {
      const onwards = getComputedStyle(this.player).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        return () => this.go(event.key === onwards ? '[data-next]' : '[data-previous]');
      }
      return undefined;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || this.dialog()?.open) {
      return undefined;
    }
    if (event.key === '?') {
      return () => this.open();
    }
    if (localStorage.getItem(SINGLE) === 'no') {
      return undefined;
    }
    switch (event.key) {
      case 'j':
        return () => this.go('[data-next]');
      case 'k':
        return () => this.go('[data-previous]');
      case 'o':
        return () => this.outline.toggle();
      default:
        return undefined;
    }
  }

  private go(link: string): void {
    this.player.querySelector<HTMLElement>(`.lrn-steps ${link}`)?.click();
  }

  private open(): void {
    const dialog = this.dialog();
    if (!dialog) {
      return;
    }
    const single = dialog.querySelector<HTMLInputElement>('[data-single-keys]')!;
    single.checked = localStorage.getItem(SINGLE) !== 'no';
    single.onchange = () => localStorage.setItem(SINGLE, single.checked ? 'yes' : 'no');
    dialog.showModal();
  }

  private clicked(event: Event): void {
    if ((event.target as Element).closest('[data-keys]')) {
      this.open();
    }
  }

  private dialog(): HTMLDialogElement | null {
    return this.player.querySelector('dialog');
  }
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

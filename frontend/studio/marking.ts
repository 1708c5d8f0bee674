const TYPED_IN = 'textarea, input:not([type=radio]):not([type=checkbox])';
const OPTION = 'vaadin-radio-button';
const GROUP = 'vaadin-radio-group.c-marking-levels';

/**
 * The desk of a marker. A digit chooses the level of the criterion one is in, or of the first that has none, and leads to the next;
 * n and p go to other answers, c to the comment, r to the comments that were kept, u takes back. Ctrl and Enter saves and goes on, also
 * from a field; Escape leaves a field. Nothing else is taken from those who type.
 */
class CollegiumMarking extends HTMLElement {
  private readonly onKey = (event: KeyboardEvent) => this.pressed(event);

  connectedCallback(): void {
    document.addEventListener('keydown', this.onKey);
    // After the frame has moved the focus to the new page.
    setTimeout(() => {
      if (!this.contains(document.activeElement)) {
        this.heading()?.focus({ preventScroll: true });
      }
    });
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.onKey);
  }

  private pressed(event: KeyboardEvent): void {
    const at = event.target as Element;
    if (event.defaultPrevented || event.altKey || !(this.contains(at) || at.matches('body, main'))) {
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      this.act('save-next', event);
    } else if (event.ctrlKey || event.metaKey) {
      return;
    } else if (at.matches(TYPED_IN)) {
      if (event.key === 'Escape' && !at.closest('vaadin-combo-box[opened]')) {
        event.preventDefault();
        this.heading()?.focus();
      }
    } else if (/^[1-9]$/.test(event.key)) {
      this.choose(at, Number(event.key) - 1, event);
    } else {
      this.go(event);
    }
  }

  private heading(): HTMLElement | null {
    return this.querySelector<HTMLElement>('h2[tabindex]');
  }

  private go(event: KeyboardEvent): void {
    switch (event.key) {
      case 'n':
        return this.act('next', event);
      case 'p':
        return this.act('before', event);
      case 'u':
        return this.act('undo', event);
      case 'c':
        return this.field('comment', event);
      case 'r':
        this.querySelector<HTMLDetailsElement>('.c-marking-kept')?.setAttribute('open', '');
        return this.field('kept', event);
    }
  }

  /** What was typed last is told before the button is pressed. */
  private act(name: string, event: KeyboardEvent): void {
    const button = this.querySelector<HTMLElement>(`[data-act=${name}]:not([hidden])`);
    if (button) {
      event.preventDefault();
      (document.activeElement as HTMLElement | null)?.blur();
      setTimeout(() => button.click());
    }
  }

  private field(name: string, event: KeyboardEvent): void {
    const field = this.querySelector<HTMLElement>(`[data-field=${name}]`);
    if (field) {
      event.preventDefault();
      field.focus();
    }
  }

  private choose(at: Element, level: number, event: KeyboardEvent): void {
    const groups = [...this.querySelectorAll<HTMLElement & { value?: string }>(GROUP)];
    const within = at.closest<HTMLElement>(GROUP);
    const group = within ?? groups.find((each) => !each.value) ?? groups[0];
    const option = group?.querySelectorAll(OPTION)[level];
    const input = option?.querySelector('input');
    if (!group || !input) {
      return;
    }
    event.preventDefault();
    input.click();
    const next = groups[groups.indexOf(group) + 1];
    if (next) {
      (next.querySelector<HTMLElement>(`${OPTION}[checked] input`) ?? next.querySelector<HTMLElement>(`${OPTION} input`))?.focus();
    } else {
      this.querySelector<HTMLElement>('[data-act=save-next]')?.focus();
    }
  }
}

export function defineMarking(): void {
  if (!customElements.get('c-marking')) {
    customElements.define('c-marking', CollegiumMarking);
  }
}

const AGAIN = 50;

/**
 * Things to put into order: each has two buttons, and a grip to drag it by. Its answers are the keys in order once something
 * was moved, or was before (data-given). Events: input and change, after each move.
 */
class CollegiumOrdering extends HTMLElement {
  private dragged: HTMLElement | undefined;
  private readonly onClick = (event: Event) => this.clicked(event);
  private readonly onDown = (event: PointerEvent) => this.grab(event);
  private readonly onMove = (event: PointerEvent) => this.drag(event);
  private readonly onUp = () => this.drop();

  connectedCallback(): void {
    this.addEventListener('click', this.onClick);
    this.addEventListener('pointerdown', this.onDown);
    this.addEventListener('pointermove', this.onMove);
    this.addEventListener('pointerup', this.onUp);
    this.addEventListener('pointercancel', this.onUp);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.onClick);
    this.removeEventListener('pointerdown', this.onDown);
    this.removeEventListener('pointermove', this.onMove);
    this.removeEventListener('pointerup', this.onUp);
    this.removeEventListener('pointercancel', this.onUp);
  }

  get answers(): string[] {
    return this.hasAttribute('data-given') ? this.items().map((item) => item.dataset.key ?? '') : [];
  }

  /** Another order, as it was saved; one that is none changes nothing. */
  set answers(keys: string[]) {
    const items = keys.map((key) => this.items().find((item) => item.dataset.key === key));
    const known = items.filter((item) => item !== undefined);
    if (known.length === this.items().length && new Set(known).size === known.length) {
      known.forEach((item) => item.parentElement?.append(item));
      this.toggleAttribute('data-given', true);
    }
  }

  private items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-key]')];
  }

  private clicked(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>('[data-move]');
    const item = button?.closest<HTMLElement>('[data-key]');
    if (!button || !item) {
      return;
    }
    const other = button.dataset.move === 'up' ? item.previousElementSibling : item.nextElementSibling;
    if (other) {
      if (button.dataset.move === 'up') {
        other.before(item);
      } else {
        other.after(item);
      }
      // Moving takes the focus away; at an end only the other button is left.
      const further = button.dataset.move === 'up' ? item.previousElementSibling : item.nextElementSibling;
      const left = further ? button : item.querySelector<HTMLElement>(opposite(button));
      left?.focus();
      this.moved(item);
    }
  }

  private grab(event: PointerEvent): void {
    const grip = (event.target as Element).closest<HTMLElement>('.quiz-order-grip');
    const item = grip?.closest<HTMLElement>('[data-key]');
    if (item && event.button === 0) {
      event.preventDefault();
      this.setPointerCapture(event.pointerId);
      this.dragged = item;
      item.toggleAttribute('data-dragged', true);
    }
  }

  private drag(event: PointerEvent): void {
    const item = this.dragged;
    if (!item) {
      return;
    }
    const before = this.items().find((other) => other !== item && event.clientY < middle(other));
    if (before ? before.previousElementSibling !== item : item.nextElementSibling) {
      if (before) {
        before.before(item);
      } else {
        item.parentElement?.append(item);
      }
      item.toggleAttribute('data-shifted', true);
    }
  }

  private drop(): void {
    const item = this.dragged;
    this.dragged = undefined;
    item?.removeAttribute('data-dragged');
    if (item?.hasAttribute('data-shifted')) {
      item.removeAttribute('data-shifted');
      this.moved(item);
    }
  }

  private moved(item: HTMLElement): void {
    const items = this.items();
    this.toggleAttribute('data-given', true);
    const said = this.querySelector('[role=status]');
    if (said) {
      const words = (this.dataset.moved ?? '')
        .replace('{0}', String(items.indexOf(item) + 1))
        .replace('{1}', String(items.length));
      // The same words once more, of another thing, are heard when they were away in between.
      said.textContent = '';
      setTimeout(() => (said.textContent = words), AGAIN);
    }
    this.dispatchEvent(new Event('input', { bubbles: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function opposite(button: HTMLElement): string {
  return button.dataset.move === 'up' ? '[data-move=down]' : '[data-move=up]';
}

function middle(item: HTMLElement): number {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}

export function defineOrdering(): void {
  if (!customElements.get('c-ordering')) {
    customElements.define('c-ordering', CollegiumOrdering);
  }
}

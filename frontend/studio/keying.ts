/** What Flow offers to the browser of the panel. */
interface Server {
  undo(): void;
  goOn(): void;
}

const TYPED_IN = 'textarea, input:not([type=radio]):not([type=checkbox])';
const OPTIONS = 'vaadin-radio-button, vaadin-checkbox';
const PRESSED = 'a, button, vaadin-button, vaadin-select';

/**
 * Keying the questions of a quiz. Letters and digits mark options of the question one is in, Enter goes to the next question
 * without a key and from the last one onwards, Shift and Enter back, Ctrl+Z takes back. They work only while the focus is
 * among the questions or nowhere.
 */
class CollegiumKeying extends HTMLElement {
  declare readonly $server: Server;
  private readonly onKey = (event: KeyboardEvent) => this.pressed(event);

  connectedCallback(): void {
    document.addEventListener('keydown', this.onKey);
    this.addEventListener('click', this.clicked);
    // After the frame has moved the focus to the new page.
    setTimeout(() => {
      if (isNowhere(document.activeElement ?? document.body)) {
        this.firstOpen()?.focus({ preventScroll: true });
      }
    });
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.onKey);
    this.removeEventListener('click', this.clicked);
  }

  private clicked(event: Event): void {
    if ((event.target as Element).closest('[data-next-open]')) {
      open(this.firstOpen());
    }
  }

  private pressed(event: KeyboardEvent): void {
    const at = event.target as Element;
    if (event.defaultPrevented || event.altKey) {
      return;
    }
    if (this.contains(at)) {
      this.pressedWithin(event, at);
    } else if (event.key === 'Enter' && isNowhere(at)) {
      event.preventDefault();
      this.go(undefined, 1);
    }
  }

  private pressedWithin(event: KeyboardEvent, at: Element): void {
    const question = at.closest<HTMLElement>('[data-keyed]') ?? undefined;
    const types = at.matches(TYPED_IN);
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() === 'z' && !types) {
        event.preventDefault();
        this.$server.undo();
      }
    } else if (question && event.key === 'Enter' && !at.closest(PRESSED)) {
      event.preventDefault();
      // A little later, so that what was typed last is sent first.
      setTimeout(() => this.go(question, event.shiftKey ? -1 : 1));
    } else if (question && !types && /^[a-z1-9]$/i.test(event.key)) {
      mark(question, event);
    }
  }

  /** Opens the next question without a key; from the last one goes on to where the author goes on. */
  private go(from: HTMLElement | undefined, step: number): void {
    const other = this.next(from, step);
    if (other) {
      open(other);
    } else if (!from || isMarked(from)) {
      this.$server.goOn();
    } else {
      open(from);
    }
  }

  private next(from: HTMLElement | undefined, step: number): HTMLElement | undefined {
    const all = this.questions();
    const start = from ? all.indexOf(from) : -1;
    for (let i = 1; i <= all.length; i++) {
      const other = all[(start + i * step + all.length * i) % all.length];
      if (other !== from && !isMarked(other)) {
        return other;
      }
    }
    return undefined;
  }

  private questions(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-keyed]')];
  }

  private firstOpen(): HTMLElement | undefined {
    return this.questions().find((question) => !isMarked(question));
  }
}

function isNowhere(at: Element): boolean {
  return at.matches('body, main');
}

function isMarked(question: HTMLElement): boolean {
  return question.dataset.keyed === 'true' || question.querySelector('input:checked') !== null;
}

function open(question: HTMLElement | undefined): void {
  question?.scrollIntoView({ block: 'center' });
  const field = question?.querySelector<HTMLElement>('vaadin-text-field, vaadin-big-decimal-field, vaadin-select');
  (field ?? question)?.focus({ preventScroll: true });
}

function mark(question: HTMLElement, event: KeyboardEvent): void {
  const digit = event.key >= '1' && event.key <= '9';
  const at = digit ? Number(event.key) - 1 : event.key.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0);
  const input = question.querySelectorAll(OPTIONS)[at]?.querySelector('input');
  if (input) {
    event.preventDefault();
    input.focus({ preventScroll: true });
    input.click();
  }
}

export function defineKeying(): void {
  if (!customElements.get('c-keying')) {
    customElements.define('c-keying', CollegiumKeying);
  }
}

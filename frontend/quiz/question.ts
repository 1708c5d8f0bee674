const UNSAVED = 'quiz-unsaved';
const TYPED = ':is(vaadin-text-field, input, select)[data-answer]';

/**
 * A question with its field. Until the server has answered, the browser itself says that a change is not kept. What is
 * typed is compared with what was kept last, so that going back to it, or typing on while it is kept, is said rightly.
 */
export class CollegiumQuestion extends HTMLElement {
  private keptText = '';
  private readonly onChange = () => this.changed();

  connectedCallback(): void {
    this.addEventListener('input', this.onChange);
    this.addEventListener('change', this.onChange);
  }

  disconnectedCallback(): void {
    this.removeEventListener('input', this.onChange);
    this.removeEventListener('change', this.onChange);
  }

  /** The server has kept this text, or the choice that was made. */
  kept(text: string): void {
    this.keptText = text;
    this.classList.toggle(UNSAVED, this.typed() !== undefined && this.differs());
  }

  /** The server could not keep the answer, and says so itself. */
  failed(): void {
    this.classList.remove(UNSAVED);
  }

  /** A choice is a change in any case, a text only if it is another one. */
  private changed(): void {
    this.classList.toggle(UNSAVED, this.typed() === undefined || this.differs());
  }

  private differs(): boolean {
    return this.typed() !== lines(this.keptText.split('\n'));
  }

  private typed(): string | undefined {
    const fields = [...this.querySelectorAll<HTMLElement & { value: string }>(TYPED)];
    return fields.length > 0 ? lines(fields.map((field) => field.value)) : undefined;
  }
}

/** The values of fields as one text; nothing when all are blank. */
function lines(values: string[]): string {
  const trimmed = values.map((value) => value.trim());
  return trimmed.some((value) => value !== '') ? trimmed.join('\n') : '';
}

import { defineCloze } from './cloze';
import { defineOrdering } from './ordering';
import { CollegiumQuestion } from './question';

const CHOICES = '.quiz-options > :is(vaadin-radio-button, vaadin-checkbox)';
const TYPED_IN = 'textarea, input:not([type=radio]):not([type=checkbox])';
const PRESSED = 'button, a, select, vaadin-button';

/** A quiz. Its keys: a digit chooses, Enter goes on; nothing else is taken from those who type or press buttons. */
class CollegiumQuiz extends HTMLElement {
  private readonly onKey = (event: KeyboardEvent) => this.pressed(event);

  connectedCallback(): void {
    document.addEventListener('keydown', this.onKey);
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.onKey);
  }

  private pressed(event: KeyboardEvent): void {
    const at = event.target as Element;
    const within = this.contains(at);
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
      return;
    }
    if (/^[1-9]$/.test(event.key) && (within || at === document.body) && !at.matches(TYPED_IN)) {
      this.choose(Number(event.key) - 1, event);
    } else if (event.key === 'Enter' && within && !at.closest(PRESSED)) {
      this.goOn(event);
    }
  }

  private choose(number: number, event: KeyboardEvent): void {
    const input = this.querySelectorAll(CHOICES)[number]?.querySelector('input');
    if (input) {
      event.preventDefault();
      event.stopPropagation();
      input.focus();
      input.click();
    }
  }

  /** A little later, so that what was typed last is sent first. */
  private goOn(event: KeyboardEvent): void {
    const next = this.querySelector<HTMLElement>('[data-next]');
    if (next) {
      event.preventDefault();
      setTimeout(() => next.click());
    }
  }
}

export function defineQuiz(): void {
  defineCloze();
  defineOrdering();
  if (!customElements.get('c-quiz')) {
    customElements.define('c-quiz', CollegiumQuiz);
    customElements.define('c-question', CollegiumQuestion);
  }
}

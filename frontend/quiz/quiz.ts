import { CollegiumClock } from './clock';
import { defineCloze } from './cloze';
import { defineCode } from './code';
import { defineFiles } from './files';
import { defineHotspot } from './hotspot';
import { defineHotspotPicture } from './hotspot-picture';
import { CollegiumLate } from './late';
import { defineOrdering } from './ordering';
import { CollegiumQuestion } from './question';
import { CollegiumSitting } from './sitting';
import { defineWords } from './words';

const CHOICES = '.quiz-middle:not([inert]) > c-question:not([hidden]) .quiz-options > :is(vaadin-radio-button, vaadin-checkbox)';
const TYPED_IN = 'textarea, [contenteditable=true], input:not([type=radio]):not([type=checkbox])';
/** Where Enter begins another line. */
const WRITTEN_IN = 'textarea, [contenteditable=true]';
const PRESSED = 'button, a, summary, select, vaadin-button';

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
      this.choose(at, Number(event.key) - 1, event);
    } else if (event.key === 'Enter' && within && !at.closest(PRESSED) && !at.matches(WRITTEN_IN)) {
      this.goOn(event);
    }
  }

  /** In the question where one is; else in the one that is shown, unless all are. */
  private choose(at: Element, number: number, event: KeyboardEvent): void {
    const shown = this.querySelectorAll('c-question:not([hidden])');
    const question = at.closest('c-question') ?? (shown.length === 1 ? shown[0] : undefined);
    const input = question?.querySelectorAll(CHOICES)[number]?.querySelector('input');
    if (input) {
      event.preventDefault();
      event.stopPropagation();
      input.focus();
      input.click();
    }
  }

  /** Not to the end from the midst of a page of questions. A little later, so that the field has heard of what was typed last. */
  private goOn(event: KeyboardEvent): void {
    const next = this.querySelector<HTMLElement>('[data-next]:not([hidden])');
    if (next && !this.querySelector('[data-pages=all]')) {
      event.preventDefault();
      setTimeout(() => next.click());
    }
  }
}

if (!customElements.get('c-quiz')) {
  defineCloze();
  defineCode();
  defineFiles();
  defineHotspotPicture();
  defineHotspot();
  defineOrdering();
  defineWords();
  customElements.define('c-clock', CollegiumClock);
  customElements.define('c-late', CollegiumLate);
  customElements.define('c-question', CollegiumQuestion);
  customElements.define('c-sitting', CollegiumSitting);
  customElements.define('c-quiz', CollegiumQuiz);
}

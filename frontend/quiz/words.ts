const PAUSE = 2_000;
const NEARLY = 0.9;
/** The rule of WordLimits: one word is letters and digits with the marks within them, or one character of a script without spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}'’_-])*/gu;

/**
 * Below a field for a text at length: how many words it has and is to have, and what is not kept of it. Who does not see it hears it
 * when they pause.
 */
class CollegiumWords extends HTMLElement {
  private around: Element | null = null;
  private pause: number | undefined;
  private readonly onInput = () => this.count();

  connectedCallback(): void {
    this.around = this.parentElement;
    this.around?.addEventListener('input', this.onInput);
    this.around?.addEventListener('change', this.onInput);
    // What is in the field may be shown a little later than this.
    this.show();
    setTimeout(() => this.show());
  }

  disconnectedCallback(): void {
    this.around?.removeEventListener('input', this.onInput);
    this.around?.removeEventListener('change', this.onInput);
    clearTimeout(this.pause);
  }

  /** Called when another text was put into the field. */
  show(): string {
    const words = this.words();
    const shown = this.querySelector('.quiz-words-shown');
    const field = this.around?.querySelector('[data-answer] textarea');
    if (shown?.id && field && !field.getAttribute('aria-describedby')?.includes(shown.id)) {
      field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${shown.id}`.trim());
    }
    if (shown && shown.textContent !== words) {
      shown.textContent = words;
    }
    return words;
  }

  private count(): void {
    const words = this.show();
    clearTimeout(this.pause);
    this.pause = window.setTimeout(() => {
      const said = this.querySelector('.quiz-words-said');
      if (said && said.textContent !== words) {
        said.textContent = words;
      }
    }, PAUSE);
  }

  private words(): string {
    const { least, most, longest, one = '', count = '', aim = '', few = '', many = '', left = '', over = '' } = this.dataset;
    const text = this.around?.querySelector<HTMLElement & { value?: string }>('[data-answer]')?.value ?? '';
    const number = text.match(WORD)?.length ?? 0;
    const words = [number === 1 ? one : count.replace('{0}', String(number))];
    if (number > 0 && number < Number(least)) {
      words.push(few.replace('{0}', String(Number(least) - number)));
    } else if (Number(most) > 0 && number > Number(most)) {
      words.push(many.replace('{0}', String(number - Number(most))));
    } else if (aim) {
      words.push(aim);
    }
    const limit = Number(longest);
    if (text.length > limit) {
      words.push(over.replace('{0}', String(text.length - limit)));
    } else if (text.length > limit * NEARLY) {
      words.push(left.replace('{0}', String(limit - text.length)));
    }
    return words.join(' · ');
  }
}

export function defineWords(): void {
  if (!customElements.get('c-words')) {
    customElements.define('c-words', CollegiumWords);
  }
}

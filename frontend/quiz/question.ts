import { answersOf, inWords, markTooLong, readAnswers, showAnswers } from './answers';
import type { CollegiumFiles } from './files';

/** How an answer fares: as in the journal; unknown until what waits here is known; none before there is one; trial where nothing is recorded. */
export type Fate = 'unknown' | 'none' | 'trial' | 'saved' | 'waiting' | 'offline' | 'conflict' | 'closed' | 'full' | 'refused';

/**
 * A question with its fields, and in words whether the answer is saved. What is answered is read from the fields, whatever
 * their kind.
 *
 * Event: question-changed, bubbling, after each change of the answer and of how files fare; its detail says whether it was chosen, not typed.
 */
export class CollegiumQuestion extends HTMLElement {
  private longest = Number.MAX_SAFE_INTEGER;
  private last = '';
  private showing = false;
  private readonly onChange = (event: Event) => this.changed(event);

  connectedCallback(): void {
    this.addEventListener('input', this.onChange);
    this.addEventListener('change', this.onChange);
  }

  disconnectedCallback(): void {
    this.removeEventListener('input', this.onChange);
    this.removeEventListener('change', this.onChange);
  }

  /** Called when the fields are there. */
  begin(): void {
    this.longest = Number(this.dataset.longest);
    this.last = this.content;
  }

  get key(): string {
    return this.dataset.key ?? '';
  }

  get revision(): number {
    return Number(this.dataset.revision ?? 0);
  }

  /** Where it is answered by files, which come another way than what is typed. */
  get files(): CollegiumFiles | null {
    return this.querySelector<CollegiumFiles>('c-files');
  }

  get answered(): boolean {
    return answersOf(this).some((answer) => answer.trim() !== '');
  }

  /** The answer as it is saved: long texts are cut, and their fields say so. */
  get content(): string {
    return JSON.stringify(answersOf(this).map((answer) => answer.slice(0, this.longest)));
  }

  set content(json: string) {
    if (json !== this.content) {
      this.showing = true;
      showAnswers(this, readAnswers(json));
      this.querySelectorAll<HTMLElement & { show?: () => void }>('c-words').forEach((words) => words.show?.());
      this.showing = false;
    }
    this.last = this.content;
  }

  inWords(json: string): string {
    return inWords(this, readAnswers(json));
  }

  say(fate: Fate, words: string): void {
    this.classList.toggle('quiz-saved', fate === 'saved');
    this.classList.toggle('quiz-unsaved', !['saved', 'unknown', 'none', 'trial'].includes(fate));
    const state = this.querySelector<HTMLElement>('.quiz-state');
    if (state) {
      state.dataset.state = fate;
      const text = state.querySelector('.quiz-state-words');
      if (text && text.textContent !== words) {
        text.textContent = words;
      }
    }
  }

  focusHeading(): void {
    this.querySelector<HTMLElement>('.quiz-question-head > [tabindex]')?.focus();
  }

  private changed(event: Event): void {
    markTooLong(this, this.longest);
    if (this.files) {
      this.dispatchEvent(new CustomEvent('question-changed', { bubbles: true, detail: { chosen: true } }));
    } else if (!this.showing && this.content !== this.last) {
      this.last = this.content;
      const chosen = event.type === 'change';
      this.dispatchEvent(new CustomEvent('question-changed', { bubbles: true, detail: { chosen } }));
    }
  }
}

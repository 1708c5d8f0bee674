import type { Receipt } from '../journal/journal';
import type { Fate } from './question';
import { day, fill, time, type Texts } from './sitting-data';

export function isTrouble(fate: string): boolean {
  return !['saved', 'unknown', 'none', 'trial', 'waiting'].includes(fate);
}

/** All questions by number: which are answered, saved and flagged, and which one is shown. */
export function showSteps(
  sitting: Element,
  texts: Texts,
  fates: Fate[],
  answered: boolean[],
  flagged: boolean[],
  current: number,
): void {
  sitting.querySelectorAll<HTMLElement>('.quiz-step').forEach((step, at) => {
    const fate = fates[at] ?? 'none';
    const unsaved = fate === 'waiting' || isTrouble(fate);
    const words = fate === 'conflict' ? 'conflict' : unsaved ? 'unsaved' : answered[at] ? 'answered' : 'open';
    const said = fill(texts.step[words], at + 1);
    step.setAttribute('aria-label', flagged[at] ? fill(texts.flagged, said) : said);
    step.classList.toggle('quiz-step-flagged', flagged[at] === true);
    step.classList.toggle('quiz-step-answered', !unsaved && answered[at] === true);
    step.classList.toggle('quiz-step-unsaved', unsaved);
    if (at === current) {
      step.setAttribute('aria-current', 'step');
    } else {
      step.removeAttribute('aria-current');
    }
  });
}

/** The questions themselves, and the last look, say which are flagged. */
export function showFlags(sitting: Element, questions: Element[], flagged: boolean[]): void {
  questions.forEach((question, at) => {
    question.querySelector('[data-flag]')?.setAttribute('aria-pressed', String(flagged[at] === true));
  });
  showLines(sitting, 'quiz-flagged', flagged);
}

/** Of the lines for all questions those that are meant, and nothing where none is. */
export function showLines(sitting: Element, name: string, meant: boolean[]): void {
  sitting.querySelectorAll<HTMLElement>(`.${name} > li`).forEach((line, at) => (line.hidden = !meant[at]));
  sitting.querySelectorAll<HTMLElement>(`.${name}`).forEach((list) => (list.hidden = !meant.includes(true)));
}

/** What the server has, by the number of the question. */
export function showReceipts(list: Element, texts: Texts, receipts: (Receipt | undefined)[]): void {
  const lines = receipts.flatMap((receipt, at) => {
    if (!receipt) {
      return [];
    }
    const saved = new Date(receipt.at);
    const hash = document.createElement('code');
    hash.textContent = receipt.sha256;
    return [line(fill(texts.receipt, at + 1, `${day(saved)}, ${time(saved)}`), ' ', hash)];
  });
  list.replaceChildren(...(lines.length > 0 ? lines : [line(texts.noReceipts)]));
}

function line(...parts: (string | Node)[]): HTMLElement {
  const made = document.createElement('li');
  made.append(...parts);
  return made;
}

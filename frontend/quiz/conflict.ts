import type { Entry } from '../journal/journal';
import type { CollegiumQuestion } from './question';
import { fill, time, type Texts } from './sitting-data';

/** Two devices changed the same answer: both are shown in the question, and the learner says which counts. */
export function tellConflict(
  question: CollegiumQuestion,
  entry: Entry,
  texts: Texts,
  settle: { mine: () => void; theirs: () => void },
): void {
  const box = document.createElement('div');
  box.className = 'c-notice c-notice-waiting quiz-conflict';
  box.setAttribute('role', 'alert');
  const choice = (label: string, settled: () => void) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'c-button';
    button.textContent = label;
    button.addEventListener('click', () => {
      box.remove();
      settled();
      question.focusHeading();
    });
    return button;
  };
  const here = paragraph('');
  here.className = 'quiz-conflict-here';
  // It is heard with the rest, and not all anew with each letter that is typed.
  here.setAttribute('aria-live', 'off');
  const choices = document.createElement('div');
  choices.className = 'quiz-conflict-choices';
  choices.append(choice(texts.keepMine, settle.mine), choice(texts.takeTheirs, settle.theirs));
  box.append(
    paragraph(fill(texts.conflict, time(new Date(entry.savedAt)))),
    paragraph(fill(texts.there, question.inWords(entry.content) || texts.noAnswer)),
    here,
    choices,
  );
  question.querySelector('.quiz-conflict')?.remove();
  question.querySelector('.quiz-state')?.before(box);
  showHere(question, texts);
}

/** What is here may still be changed while one has not said which counts. */
export function showHere(question: CollegiumQuestion, texts: Texts): void {
  const here = question.querySelector('.quiz-conflict-here');
  const words = fill(texts.here, question.inWords(question.content) || texts.noAnswer);
  if (here && here.textContent !== words) {
    here.textContent = words;
  }
}

function paragraph(words: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = words;
  return made;
}

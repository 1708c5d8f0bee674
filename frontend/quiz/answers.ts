/**
 * The answer of a question is made of its controls with `data-answer`, in their order, or by the number in it where they
 * stand in another: a field gives its value, what can be checked gives its value if it is, and an element of another kind
 * has `answers`.
 */
interface Control extends HTMLElement {
  value?: string;
  checked?: boolean;
  answers?: string[];
  invalid?: boolean;
}

const CONTROLS = '[data-answer]';
const CHECKED = 'vaadin-radio-button, vaadin-checkbox, input[type=radio], input[type=checkbox]';

export function answersOf(question: Element): string[] {
  return controls(question).flatMap((control) => {
    if (control.answers) {
      return control.answers;
    }
    if (control.matches(CHECKED)) {
      return control.checked ? [control.value ?? ''] : [];
    }
    return [control.value ?? ''];
  });
}

/** Shows an answer in the controls of a question. */
export function showAnswers(question: Element, answers: string[]): void {
  const all = controls(question);
  if (all.every((control) => control.matches(CHECKED))) {
    all.forEach((control) => (control.checked = answers.includes(control.value ?? '')));
    return;
  }
  const left = [...answers];
  for (const control of all) {
    if (control.matches(CHECKED)) {
      control.checked = left.length > 0 && left[0] === control.value;
      if (control.checked) {
        left.shift();
      }
    } else if (control.answers) {
      control.answers = left.splice(0, all.length === 1 ? left.length : control.answers.length);
    } else {
      control.value = left.shift() ?? '';
    }
  }
}

/** Fields that hold more than is saved say so; for those in a text, which have no room for words, a line below it does. */
export function markTooLong(question: Element, longest: number): void {
  let told = false;
  for (const control of controls(question)) {
    if (!control.matches(CHECKED) && typeof control.value === 'string') {
      const tooLong = control.value.length > longest;
      control.invalid = tooLong;
      if (control.matches('input')) {
        control.setAttribute('aria-invalid', String(tooLong));
        told ||= tooLong;
      }
    }
  }
  question.querySelector('.quiz-too-long')?.toggleAttribute('hidden', !told);
}

/** An answer as the question's controls name it: the text of an option instead of its key. */
export function inWords(question: Element, answers: string[]): string {
  const options = controls(question).flatMap((control) => [control, ...control.querySelectorAll<Control>('option, [data-key]')]);
  return answers
    .filter((answer) => answer.trim() !== '')
    .map((answer) => {
      const named = options.find((option) => (option.matches(`${CHECKED}, option`) ? option.value : option.dataset.key) === answer);
      return (named ? text(named).trim().replace(/\s+/g, ' ') : '') || answer;
    })
    .join('; ');
}

/** A formula is in the page three times over; here it stands once, as its author wrote it. */
function text(node: Node): string {
  if (node instanceof Element && node.matches('.katex')) {
    return node.querySelector('annotation')?.textContent ?? '';
  }
  return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : [...node.childNodes].map(text).join('');
}

/** What a browser saved may be anything. */
export function readAnswers(json: string): string[] {
  try {
    const answers: unknown = JSON.parse(json);
    return Array.isArray(answers) ? answers.filter((answer) => typeof answer === 'string') : [];
  } catch {
    return [];
  }
}

function controls(question: Element): Control[] {
  const place = (control: Control) => Number(control.dataset.answer);
  return [...question.querySelectorAll<Control>(CONTROLS)].sort((one, other) => place(one) - place(other));
}

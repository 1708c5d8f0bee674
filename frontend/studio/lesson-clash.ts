/** A part of a text in which two authors wrote: the same for both, or one of each. */
export interface Part {
  readonly text?: string;
  readonly mine?: string;
  readonly theirs?: string;
}

/**
 * Shows both texts where they differ, and lets the person choose at each place. Returns the element; calls back with the whole
 * text once every place is decided.
 */
export function clash(parts: Part[], author: string, texts: Record<string, string>, decided: (text: string) => void): HTMLElement {
  const choices = parts.map((part) => part.text);
  const section = document.createElement('section');
  section.className = 'c-lesson-clash';
  section.setAttribute('aria-labelledby', 'c-lesson-clash-title');
  const title = made('h2', texts['clash.title']);
  title.id = 'c-lesson-clash-title';
  title.tabIndex = -1;
  section.append(title, made('p', texts['clash.lead'].replace('{0}', author || texts['clash.other'])));
  const use = made('button', texts['clash.done']) as HTMLButtonElement;
  use.type = 'button';
  use.className = 'c-button c-button-primary';
  const open = made('p', '');
  open.setAttribute('role', 'status');
  const count = () => {
    const left = choices.filter((choice) => choice === undefined).length;
    use.disabled = left > 0;
    open.textContent = left > 0 ? texts['clash.open'].replace('{0}', String(left)) : '';
  };
  parts.forEach((part, index) => {
    if (part.text === undefined) {
      section.append(place(part.mine ?? '', part.theirs ?? '', index, texts, (choice) => {
        choices[index] = choice;
        count();
      }));
    }
  });
  use.addEventListener('click', () => decided(choices.filter((choice) => choice !== GONE).join('\n')));
  section.append(open, use);
  count();
  return section;
}

/** Lines that a choice takes away leave no empty line. */
const GONE = '\u0000';

function place(mine: string, theirs: string, index: number, texts: Record<string, string>, chosen: (text: string) => void): HTMLElement {
  const group = document.createElement('fieldset');
  group.append(made('legend', `${index + 1}`));
  group.firstElementChild?.classList.add('c-hidden');
  const both = [mine, theirs].filter((text) => text !== '').join('\n');
  const options: [string, string, string][] = [
    ['mine', mine, mine],
    ['theirs', theirs, theirs],
    ['both', '', both],
  ];
  for (const [name, shown, result] of options) {
    const label = document.createElement('label');
    label.className = `c-lesson-clash-${name}`;
    const input = document.createElement('input');
    input.type = 'radio';
    input.name = `c-lesson-clash-${index}`;
    input.addEventListener('change', () => chosen(result === '' ? GONE : result));
    label.append(input, ` ${texts[`clash.${name}`]}`);
    if (name !== 'both') {
      const text = made('pre', shown || texts['clash.nothing']);
      label.append(text);
    }
    group.append(label);
  }
  return group;
}

function made(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

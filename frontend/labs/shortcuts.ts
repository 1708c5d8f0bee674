import { dialog } from './dialog';
import type { Texts } from './lab-data';

/** The keys of the notebook: what they are called, and which. */
export function showKeys(texts: Texts): void {
  const { body } = dialog('lab-keys', texts.keys.title, texts.close);
  const control = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
  const list = document.createElement('dl');
  list.className = 'lab-keys-list';
  const all: [string[], string][] = [
    [['Shift', 'Enter'], texts.keys.runNext],
    [[control, 'Enter'], texts.keys.runStay],
    [['Alt', 'Enter'], texts.keys.runInsert],
    [[control, 'Shift', 'Enter'], texts.keys.runAll],
    [[control, 'S'], texts.keys.save],
    [['↑'], texts.keys.up],
    [['↓'], texts.keys.down],
    [['Tab'], texts.keys.indent],
    [['Esc', 'Tab'], texts.keys.leave],
    [[control, 'Space'], texts.keys.complete],
    [[control, '/'], texts.keys.comment],
    [[control, 'F'], texts.keys.find],
    [[control, 'Z'], texts.keys.undo],
  ];
  for (const [keys, meaning] of all) {
    const term = document.createElement('dt');
    keys.forEach((key) => {
      const one = document.createElement('kbd');
      one.textContent = key;
      term.append(one, ' ');
    });
    const words = document.createElement('dd');
    words.textContent = meaning;
    list.append(term, words);
  }
  body.append(list);
}

import type { EditorView } from '@codemirror/view';

/** What the tools put around a selection or begin a line with; the texts stand where nothing is selected. */
export class Writing {
  constructor(
    private readonly view: EditorView,
    private readonly texts: Record<string, string>,
  ) {}

  /** Marks what is selected, or takes the marks away. */
  around(mark: string, otherwise: string): boolean {
    const { state } = this.view;
    const { from, to } = state.selection.main;
    const inside = state.sliceDoc(from, to);
    const marked =
      state.sliceDoc(from - mark.length, from) === mark && state.sliceDoc(to, to + mark.length) === mark && inside !== '';
    if (marked) {
      this.put(from - mark.length, to + mark.length, inside, 0, inside.length);
    } else {
      const text = inside || otherwise;
      this.put(from, to, mark + text + mark, mark.length, text.length);
    }
    return true;
  }

  link(): boolean {
    const { from, to } = this.view.state.selection.main;
    const text = this.view.state.sliceDoc(from, to);
    if (/^(https?:\/\/|mailto:)\S+$/.test(text)) {
      this.put(from, to, `[${this.texts.link}](${text})`, 1, this.texts.link.length);
    } else {
      const name = text || this.texts.link;
      this.put(from, to, `[${name}](https://)`, name.length + 3, 'https://'.length);
    }
    return true;
  }

  /** The next deeper heading, after the fourth none. */
  heading(): boolean {
    return this.lines((line) => {
      const [, marks, text] = /^(#{0,6})\s*(.*)$/.exec(line) ?? ['', '', line];
      const next = marks.length === 0 ? 2 : marks.length >= 4 ? 0 : marks.length + 1;
      return next === 0 ? text : `${'#'.repeat(next)} ${text}`;
    });
  }

  list(numbered: boolean): boolean {
    const mine = numbered ? /^\s*\d+[.)]\s/ : /^\s*[-*+]\s/;
    const any = /^\s*(?:[-*+]|\d+[.)])\s/;
    const { state } = this.view;
    const { from, to } = state.selection.main;
    const all = state.sliceDoc(state.doc.lineAt(from).from, state.doc.lineAt(to).to).split('\n');
    const away = all.every((line) => mine.test(line));
    let number = 0;
    return this.lines((line) => {
      const plain = line.replace(any, '');
      return away ? plain : `${numbered ? `${++number}.` : '-'} ${plain}`;
    });
  }

  code(): boolean {
    const { state } = this.view;
    const { from, to } = state.selection.main;
    return state.sliceDoc(from, to).includes('\n')
      ? this.block('```python\n', state.sliceDoc(from, to), '\n```')
      : this.around('`', this.texts.code);
  }

  formula(): boolean {
    const { state } = this.view;
    const { from, to } = state.selection.main;
    const empty = state.doc.lineAt(from).length === 0;
    return empty || state.sliceDoc(from, to).includes('\n')
      ? this.block('$$\n', state.sliceDoc(from, to) || this.texts.formula, '\n$$')
      : this.around('$', this.texts.formula);
  }

  note(): boolean {
    const { state } = this.view;
    const { from, to } = state.selection.main;
    return this.block(':::{note}\n', state.sliceDoc(from, to) || this.texts.note, '\n:::');
  }

  table(): boolean {
    const cell = this.texts.cell;
    const row = `| ${cell} | ${cell} |`;
    return this.block('| ', cell, ` | ${cell} |\n| --- | --- |\n${row}\n${row}`);
  }

  /** A block of its own, with empty lines around it; its middle is selected. */
  block(before: string, middle: string, after: string): boolean {
    const { state } = this.view;
    const { from, to } = state.selection.main;
    const above = state.sliceDoc(Math.max(0, from - 2), from);
    const below = state.sliceDoc(to, to + 2);
    const start = from === 0 || above.endsWith('\n\n') || above === '\n' ? '' : above.endsWith('\n') ? '\n' : '\n\n';
    const end = to === state.doc.length || below.startsWith('\n\n') ? '\n' : below.startsWith('\n') ? '\n' : '\n\n';
    this.put(from, to, start + before + middle + after + end, start.length + before.length, middle.length);
    return true;
  }

  private lines(change: (line: string) => string): boolean {
    const { state } = this.view;
    const { from, to } = state.selection.main;
    const first = state.doc.lineAt(from);
    const last = state.doc.lineAt(to);
    const text = state.sliceDoc(first.from, last.to).split('\n').map(change).join('\n');
    this.put(first.from, last.to, text, from === to ? text.length : 0, from === to ? 0 : text.length);
    return true;
  }

  private put(from: number, to: number, insert: string, selected: number, length: number): void {
    this.view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + selected, head: from + selected + length },
      scrollIntoView: true,
      userEvent: 'input',
    });
    this.view.focus();
  }
}

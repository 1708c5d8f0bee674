import type { EditorView } from '@codemirror/view';
import { editor, replace } from './editor';
import type { LabCell, Texts } from './lab-data';
import { Outputs } from './outputs';
import { holdFast } from './pressing';

/** What cells ask of the notebook around them. */
export interface Notebook {
  readonly texts: Texts;
  readonly readOnly: boolean;
  readonly onServer: boolean;
  runAll(): void;
  saveNow(): void;
  run(cell: CodeCell, then: 'stay' | 'next' | 'insert'): void;
  stop(): void;
  move(cell: CodeCell, direction: -1 | 1): void;
  changed(cell: CodeCell): void;
  removeCell(cell: CodeCell): void;
}

type RunState = 'idle' | 'waiting' | 'running' | 'done' | 'failed' | 'stopped';

/** A cell with code: its editor, its buttons, what it showed, its hints. */
export class CodeCell {
  readonly element = document.createElement('section');
  readonly outputs: Outputs;
  private readonly view: EditorView;
  private readonly count = document.createElement('span');
  private readonly runButton = document.createElement('button');
  private readonly resetButton = document.createElement('button');
  private before: string | undefined;

  constructor(
    readonly data: LabCell,
    readonly number: number,
    private readonly notebook: Notebook,
  ) {
    const { texts } = notebook;
    this.outputs = new Outputs(texts, texts.output.replace('{0}', String(number)), () => notebook.onServer);
    this.element.className = `lab-cell lab-cell-${data.role}`;
    this.element.dataset.cell = data.key;
    const { label } = this;
    this.element.setAttribute('aria-label', label);
    const { locked } = this;
    this.view = editor(data.source, label, texts.leaveEditor, locked, {
      changed: () => this.edited(),
      run: (then) => {
        notebook.run(this, then);
        return true;
      },
      runAll: () => {
        notebook.runAll();
        return true;
      },
      save: () => {
        notebook.saveNow();
        return true;
      },
      leave: (direction) => {
        notebook.move(this, direction);
        return true;
      },
    });
    this.element.append(this.head(locked), this.view.dom, this.outputs.element, ...this.hints());
    this.show('idle');
  }

  get source(): string {
    return this.view.state.doc.toString();
  }

  /** Whether it can only be read and run. */
  get locked(): boolean {
    return this.notebook.readOnly || this.data.role === 'locked' || this.data.role === 'test';
  }

  /** Whether the learner has changed what the author gave. */
  get touched(): boolean {
    return this.source !== this.data.source;
  }

  /** What the cell is called: its number and what it is for. */
  get label(): string {
    const { texts } = this.notebook;
    return texts.cell.replace('{0}', String(this.number)).replace('{1}', texts.roles[this.data.role]);
  }

  focus(): void {
    this.view.focus();
    this.element.scrollIntoView({ block: 'nearest' });
  }

  /** Takes another text, as if it had been typed. */
  replace(source: string): void {
    if (source !== this.source) {
      replace(this.view, source);
    }
  }

  /** Takes what was saved elsewhere, without telling that it changed. */
  restore(source: string): void {
    if (source !== this.source) {
      replace(this.view, source);
    }
  }

  show(state: RunState, execution?: number): void {
    const { texts } = this.notebook;
    this.element.dataset.state = state;
    this.element.setAttribute('aria-busy', String(state === 'running' || state === 'waiting'));
    const busy = state === 'running' || state === 'waiting';
    this.runButton.textContent = busy ? texts.stop : texts.run;
    this.runButton.setAttribute('aria-label', `${this.runButton.textContent}: ${this.label}`);
    this.runButton.classList.toggle('lab-run-stop', busy);
    if (execution !== undefined) {
      this.count.textContent = `[${execution}]`;
    } else if (busy) {
      this.count.textContent = '[…]';
    } else if (state === 'stopped') {
      this.count.textContent = '[ ]';
    }
  }

  destroy(): void {
    this.view.destroy();
    this.element.remove();
  }

  private edited(): void {
    this.resetButton.hidden = !this.touched || this.data.role === 'free';
    if (this.before !== undefined && this.touched) {
      this.before = undefined;
      this.resetButton.textContent = this.notebook.texts.reset;
    }
    this.notebook.changed(this);
  }

  private head(locked: boolean): HTMLElement {
    const { texts } = this.notebook;
    const head = document.createElement('div');
    head.className = 'lab-cell-head';
    this.runButton.type = 'button';
    this.runButton.className = 'lab-run';
    holdFast(this.runButton);
    this.runButton.addEventListener('click', () =>
      this.element.getAttribute('aria-busy') === 'true' ? this.notebook.stop() : this.notebook.run(this, 'stay'),
    );
    this.count.className = 'lab-count';
    const role = document.createElement('span');
    role.className = 'lab-role';
    role.textContent = texts.roles[this.data.role];
    head.append(this.runButton, this.count, role);
    if (this.data.points) {
      const points = document.createElement('span');
      points.className = 'lab-points';
      points.textContent = this.data.points;
      head.append(points);
    }
    if (!locked) {
      const own = this.data.role === 'free' && this.data.key.startsWith('own-');
      const button = own ? document.createElement('button') : this.resetButton;
      button.type = 'button';
      button.className = 'lab-quiet';
      button.textContent = own ? texts.remove : texts.reset;
      button.hidden = !own;
      button.addEventListener('click', () => (own ? this.notebook.removeCell(this) : this.reset()));
      head.append(button);
    }
    return head;
  }

  /** To the author's text; the same button brings back what was there. */
  private reset(): void {
    if (this.before === undefined) {
      const typed = this.source;
      replace(this.view, this.data.source);
      this.before = typed;
      this.resetButton.textContent = this.notebook.texts.undoReset;
      this.resetButton.hidden = false;
    } else {
      const typed = this.before;
      this.before = undefined;
      this.resetButton.textContent = this.notebook.texts.reset;
      replace(this.view, typed);
    }
    this.focus();
  }

  /** One hint after another, so that nobody reads more than they want. */
  private hints(): HTMLElement[] {
    const hints = this.data.hints ?? [];
    if (hints.length === 0) {
      return [];
    }
    const { texts } = this.notebook;
    const box = document.createElement('div');
    box.className = 'lab-hints';
    const list = document.createElement('ol');
    const more = document.createElement('button');
    more.type = 'button';
    more.className = 'lab-quiet';
    more.textContent = texts.hint;
    list.setAttribute('aria-live', 'polite');
    list.setAttribute('aria-label', texts.hints);
    more.addEventListener('click', () => {
      const item = document.createElement('li');
      item.className = 'c-prose';
      item.innerHTML = hints[list.childElementCount];
      list.append(item);
      more.textContent = texts.nextHint;
      more.hidden = list.childElementCount === hints.length;
    });
    box.append(list, more);
    return [box];
  }
}

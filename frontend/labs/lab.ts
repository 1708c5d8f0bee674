import { Journal, type Entry } from '../journal/journal';
import { CodeCell, type Notebook } from './cell';
import { Kernel, type Problem } from './kernel';
import type { LabCell, LabData } from './lab-data';

const ORDER = 'own-cells';

/**
 * The notebook of a lab. The server sets `lab`; what the learner types and what cells show goes into the work journal.
 * saved() is resolved when everything typed has been acknowledged.
 *
 * Events: lab-expired (another ticket is wanted: renew), lab-saving (detail: the state of saving).
 */
class CollegiumLab extends HTMLElement implements Notebook {
  private data!: LabData;
  private journal: Journal | undefined;
  private kernel: Kernel | undefined;
  private cells: CodeCell[] = [];
  private answers = new Map<string, HTMLTextAreaElement>();
  private own: { key: string; after: string }[] = [];
  private executions = 0;
  private restoring = false;
  private readonly saving = document.createElement('span');
  private readonly python = document.createElement('span');
  private readonly live = document.createElement('div');
  private readonly trouble = document.createElement('div');
  private readonly body = document.createElement('div');

  get texts(): LabData['texts'] {
    return this.data.texts;
  }

  get readOnly(): boolean {
    return this.data.readOnly;
  }

  set lab(data: LabData) {
    this.close();
    this.data = data;
    this.build();
    void this.open();
  }

  connectedCallback(): void {
    // The server may have set the property before this script was there.
    if (Object.hasOwn(this, 'lab')) {
      const data = Reflect.get(this, 'lab') as LabData;
      Reflect.deleteProperty(this, 'lab');
      this.lab = data;
    }
  }

  disconnectedCallback(): void {
    this.close();
  }

  renew(ticket: string): void {
    this.journal?.renew(ticket);
  }

  async saved(): Promise<boolean> {
    await this.journal?.flush();
    return !this.journal || this.journal.state === 'saved';
  }

  run(cell: CodeCell, then: 'stay' | 'next' | 'insert'): void {
    void this.execute(cell);
    if (then === 'insert') {
      this.insertAfter(cell).focus();
    } else if (then === 'next') {
      const next = this.cells[this.cells.indexOf(cell) + 1];
      (next ?? cell).focus();
    }
  }

  stop(): void {
    this.kernel?.restart();
  }

  move(cell: CodeCell, direction: -1 | 1): void {
    this.cells[this.cells.indexOf(cell) + direction]?.focus();
  }

  changed(cell: CodeCell): void {
    if (!this.restoring) {
      void this.journal?.save(cell.data.key, cell.source);
    }
  }

  remove(cell: CodeCell): void {
    const at = this.cells.indexOf(cell);
    const { key } = cell.data;
    this.own = this.own
      .filter((each) => each.key !== key)
      .map((each) => (each.after === key ? { ...each, after: this.cells[at - 1]?.data.key ?? '' } : each));
    this.cells.splice(at, 1);
    cell.destroy();
    void this.journal?.save(ORDER, JSON.stringify(this.own));
    (this.cells[at] ?? this.cells[at - 1])?.focus();
  }

  private build(): void {
    this.classList.add('lab');
    this.saving.className = 'lab-saving';
    this.saving.setAttribute('role', 'status');
    this.python.className = 'lab-python';
    this.live.className = 'c-visually-hidden';
    this.live.setAttribute('aria-live', 'polite');
    this.trouble.className = 'lab-trouble';
    this.body.className = 'lab-body';
    this.body.replaceChildren();
    this.cells = [];
    this.data.cells.forEach((cell) => this.body.append(this.element(cell)));
    this.replaceChildren(this.bar(), this.trouble, this.body, this.live);
    this.showSaving();
  }

  private bar(): HTMLElement {
    const bar = document.createElement('div');
    bar.className = 'lab-bar';
    bar.setAttribute('role', 'toolbar');
    bar.append(
      button(this.texts.runAll, () => this.runAll()),
      button(this.texts.restart, () => this.kernel?.restart()),
      this.python,
      this.saving,
    );
    this.python.setAttribute('role', 'status');
    this.python.textContent = this.texts.kernel.idle;
    return bar;
  }

  private element(cell: LabCell): HTMLElement {
    if (cell.role === 'text') {
      const prose = document.createElement('collegium-prose');
      prose.className = 'c-prose lab-text';
      prose.innerHTML = cell.html ?? '';
      return prose;
    }
    if (cell.role === 'answer') {
      return this.answer(cell);
    }
    const made = new CodeCell(cell, this.cells.length + 1, this);
    this.cells.push(made);
    return made.element;
  }

  private answer(cell: LabCell): HTMLElement {
    const box = document.createElement('section');
    box.className = 'lab-cell lab-cell-answer';
    const field = document.createElement('textarea');
    field.value = cell.source;
    field.rows = 6;
    field.readOnly = this.readOnly;
    field.setAttribute('aria-label', this.texts.roles.answer);
    field.addEventListener('input', () => void this.journal?.save(cell.key, field.value));
    this.answers.set(cell.key, field);
    box.append(field);
    return box;
  }

  private async open(): Promise<void> {
    this.kernel = new Kernel(this.data.runtime, this.data.files, this.data.packages, this.texts.frame);
    this.kernel.addEventListener('state', () => this.showKernel());
    if (!this.data.saves) {
      return;
    }
    const journal = new Journal(this.data.work, this.data.ticket);
    this.journal = journal;
    journal.addEventListener('state', () => this.showSaving());
    journal.addEventListener('expired', () => this.dispatchEvent(new CustomEvent('lab-expired')));
    journal.addEventListener('conflict', (event) => this.conflict((event as CustomEvent<Entry>).detail));
    const { fields } = await journal.load();
    if (this.journal === journal) {
      this.restore(fields);
      this.showSaving();
    }
  }

  private restore(fields: Map<string, string>): void {
    this.restoring = true;
    for (const { key, after } of JSON.parse(fields.get(ORDER) ?? '[]') as { key: string; after: string }[]) {
      this.insert(key, after);
    }
    for (const cell of this.cells) {
      const source = fields.get(cell.data.key);
      if (source !== undefined) {
        cell.restore(source);
      }
      const outputs = fields.get(`${cell.data.key}:out`);
      if (outputs !== undefined) {
        cell.outputs.restore(outputs);
      }
    }
    this.answers.forEach((field, key) => {
      field.value = fields.get(key) ?? field.value;
    });
    this.restoring = false;
  }

  private insertAfter(cell: CodeCell): CodeCell {
    const key = `own-${crypto.randomUUID()}`;
    const made = this.insert(key, cell.data.key);
    void this.journal?.save(ORDER, JSON.stringify(this.own));
    return made;
  }

  private insert(key: string, after: string): CodeCell {
    const at = this.cells.findIndex((cell) => cell.data.key === after);
    const made = new CodeCell({ key, role: 'free', source: '' }, this.cells.length + 1, this);
    this.own.push({ key, after });
    this.cells.splice(at + 1, 0, made);
    const before = this.cells[at];
    if (before && at >= 0) {
      before.element.after(made.element);
    } else {
      this.body.append(made.element);
    }
    return made;
  }

  private runAll(): void {
    this.cells.forEach((cell) => void this.execute(cell));
  }

  private async execute(cell: CodeCell): Promise<void> {
    const kernel = this.kernel;
    if (!kernel) {
      return;
    }
    kernel.start(this);
    cell.show('waiting');
    const problem = await kernel.run(
      String(cell.number),
      cell.source,
      (output) => cell.outputs.add(output),
      () => {
        cell.outputs.clear();
        cell.show('running');
      },
    );
    this.ended(cell, problem);
  }

  private ended(cell: CodeCell, problem: Problem | null | 'stopped'): void {
    if (problem === 'stopped') {
      cell.show('stopped');
      this.say(this.texts.stopped.replace('{0}', String(cell.number)));
      return;
    }
    this.executions += 1;
    cell.show(problem ? 'failed' : 'done', this.executions);
    this.say(
      (problem ? this.texts.failed : this.texts.finished)
        .replace('{0}', String(cell.number))
        .replace('{1}', problem?.name ?? ''),
    );
    const outputs = cell.outputs.saved();
    if (outputs !== undefined) {
      void this.journal?.save(`${cell.data.key}:out`, outputs);
    }
  }

  /** Two devices changed the same cell; both texts are there, and the learner says which counts. */
  private conflict(entry: Entry): void {
    const { field } = entry;
    const journal = this.journal;
    if (!journal) {
      return;
    }
    if (field === ORDER || field.endsWith(':out')) {
      void journal.keepMine(field);
      return;
    }
    const cell = this.cells.find((each) => each.data.key === field);
    const box = document.createElement('div');
    box.className = 'c-notice c-notice-waiting';
    box.setAttribute('role', 'alert');
    const sentence = document.createElement('p');
    sentence.textContent = this.texts.conflict
      .replace('{0}', String(cell?.number ?? ''))
      .replace('{1}', new Date(entry.savedAt).toLocaleTimeString());
    const theirs = document.createElement('pre');
    theirs.textContent = entry.content;
    box.append(
      sentence,
      theirs,
      button(this.texts.keepMine, () => {
        void journal.keepMine(field);
        box.remove();
      }),
      button(this.texts.takeTheirs, () => {
        void journal.takeTheirs(field).then((content) => this.take(field, content));
        box.remove();
      }),
    );
    this.trouble.append(box);
  }

  private take(field: string, content: string | undefined): void {
    if (content === undefined) {
      return;
    }
    this.restoring = true;
    this.cells.find((each) => each.data.key === field)?.restore(content);
    const answer = this.answers.get(field);
    if (answer) {
      answer.value = content;
    }
    this.restoring = false;
  }

  private showSaving(): void {
    const state = this.journal?.state ?? 'saved';
    this.saving.dataset.state = state;
    this.saving.hidden = !this.data.saves;
    this.saving.textContent = this.texts.saving[state];
    this.dispatchEvent(new CustomEvent('lab-saving', { detail: { state } }));
  }

  private showKernel(): void {
    const state = this.kernel?.state ?? 'idle';
    this.python.dataset.state = state;
    this.python.textContent = this.texts.kernel[state];
  }

  private say(sentence: string): void {
    this.live.textContent = sentence;
  }

  private close(): void {
    this.journal?.disconnect();
    this.journal = undefined;
    this.kernel?.disconnect();
    this.kernel = undefined;
    this.cells.forEach((cell) => cell.destroy());
    this.cells = [];
    this.answers.clear();
    this.own = [];
  }
}

function button(label: string, click: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'c-button';
  made.textContent = label;
  made.addEventListener('click', click);
  return made;
}

if (!customElements.get('collegium-lab')) {
  customElements.define('collegium-lab', CollegiumLab);
}

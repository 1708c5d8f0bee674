import { Journal, type Entry, type Version } from '../journal/journal';
import { CodeCell, type Notebook } from './cell';
import { History, type HandedIn, type Notebook as Remembering, type Present } from './history';
import { Kernel, type Output, type Problem } from './kernel';
import type { LabCell, LabData } from './lab-data';
import { holdFast } from './pressing';
import { renumbered, Server, type ServerEnd, type ServerLine } from './server';
import { showKeys } from './shortcuts';

const ORDER = 'own-cells';
const BY_PRODUCT = ':out';
const CHOICE = 'collegium.lab-runs-on';

type Order = { key: string; after: string }[];

/**
 * The notebook of a lab. The server sets `lab`; what the learner types and what cells show goes into the work journal.
 * saved() is resolved when everything typed has been acknowledged.
 *
 * Events: lab-expired (another ticket is wanted: renew), lab-saving (detail: the state of saving).
 */
class CollegiumLab extends HTMLElement implements Notebook, Remembering {
  private data!: LabData;
  private journal: Journal | undefined;
  private kernel: Kernel | undefined;
  private cells: CodeCell[] = [];
  private answers = new Map<string, HTMLTextAreaElement>();
  private own: Order = [];
  private readonly server = new Server(() => (this as unknown as { $server?: ServerLine }).$server);
  private readonly history = new History(this);
  private where: 'BROWSER' | 'SERVER' = 'BROWSER';
  private wanted = new Set<CodeCell>();
  private serving = false;
  private all = 0;
  private told = '';
  private fetching = false;
  private readonly seen = new IntersectionObserver((entries) => this.come(entries));
  private restarting = document.createElement('button');
  private readonly place = document.createElement('p');
  private readonly restored = document.createElement('div');
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

  get onServer(): boolean {
    return this.where === 'SERVER';
  }

  get device(): string {
    return this.journal?.device ?? '';
  }

  set lab(data: LabData) {
    this.close();
    this.data = data;
    this.where = data.runsOn === 'EITHER' ? chosen() : data.runsOn;
    this.build();
    void this.open();
  }

  connectedCallback(): void {
    // The server may have set the property before this script was there.
    if (Object.hasOwn(this, 'lab')) {
      const data = Reflect.get(this, 'lab') as LabData;
      Reflect.deleteProperty(this, 'lab');
      this.lab = data;
    } else if (this.data && !this.kernel) {
      // It had left the page and comes back: what is kept is fetched again.
      this.lab = this.data;
    }
  }

  /** A view is put into its place after it was made: what only moves within the page goes along, but a frame does not outlive it. */
  disconnectedCallback(): void {
    if (this.kernel?.state !== 'idle') {
      this.close();
    } else {
      queueMicrotask(() => this.isConnected || this.close());
    }
  }

  renew(ticket: string): void {
    this.journal?.renew(ticket);
  }

  async saved(): Promise<boolean> {
    return !this.journal || this.journal.saved();
  }

  saveNow(): void {
    void this.journal?.flush();
  }

  /** Shows work that was handed in; the server calls it. */
  showSubmitted(cells: string, number: number): void {
    this.history.handedIn(JSON.parse(cells) as HandedIn[], number);
  }

  present(): Present[] {
    const code = this.cells
      .filter((cell) => cell.data.role !== 'locked' && cell.data.role !== 'test')
      .map((cell) => ({ key: cell.data.key, label: cell.label, source: cell.source, given: cell.data.source }));
    const answers = this.data.cells
      .filter((cell) => this.answers.has(cell.key))
      .map((cell, at) => ({
        key: cell.key,
        label: this.texts.answers.replace('{0}', String(at + 1)),
        source: this.answers.get(cell.key)!.value,
        given: cell.source,
      }));
    return [...code, ...answers];
  }

  async versions(offset: number, limit: number): Promise<Version[]> {
    await this.journal?.flush();
    return (await this.journal?.versions(offset, limit)) ?? [];
  }

  async version(revision: number): Promise<Entry[]> {
    return (await this.journal?.version(revision)) ?? [];
  }

  /** What was there before is a version too, and one click brings it back. */
  restore(fields: Map<string, string>, whole: boolean, name: string): void {
    const before = this.state();
    this.apply(fields, whole);
    const sentence = document.createElement('p');
    sentence.textContent = this.texts.history.restored.replace('{0}', name);
    const undo = button(this.texts.undo, () => {
      this.apply(before, true);
      this.restored.replaceChildren();
      this.say(this.texts.undone);
    });
    this.restored.replaceChildren(sentence, undo);
    this.say(sentence.textContent);
  }

  private state(): Map<string, string> {
    const fields = new Map<string, string>([[ORDER, JSON.stringify(this.own)]]);
    this.present().forEach((cell) => fields.set(cell.key, cell.source));
    this.cells.forEach((cell) => fields.set(`${cell.data.key}${BY_PRODUCT}`, cell.outputs.saved() ?? ''));
    return fields;
  }

  private apply(fields: Map<string, string>, whole: boolean): void {
    if (whole) {
      const order = orderOf(fields.get(ORDER));
      const kept = new Set(order.map(({ key }) => key));
      this.cells.filter((cell) => cell.data.key.startsWith('own-') && !kept.has(cell.data.key)).forEach((cell) => this.drop(cell));
      const known = new Set(this.own.map(({ key }) => key));
      order.filter(({ key }) => !known.has(key)).forEach(({ key, after }) => this.insert(key, after));
      void this.journal?.save(ORDER, JSON.stringify(this.own));
    }
    const given = (cell: { key: string; source: string }) => fields.get(cell.key) ?? (whole ? cell.source : undefined);
    for (const cell of this.cells) {
      const source = given(cell.data);
      if (source !== undefined && !cell.locked) {
        cell.replace(source);
      }
      const shown = fields.get(`${cell.data.key}${BY_PRODUCT}`);
      if (whole && shown !== undefined && shown !== cell.outputs.saved()) {
        cell.outputs.restore(shown);
        void this.journal?.save(`${cell.data.key}${BY_PRODUCT}`, shown);
      }
    }
    for (const cell of this.data.cells) {
      const field = this.answers.get(cell.key);
      const text = given(cell);
      if (field && text !== undefined && field.value !== text) {
        field.value = text;
        void this.journal?.save(cell.key, text);
      }
    }
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
    if (this.onServer) {
      this.wanted.forEach((cell) => cell.show('stopped'));
      this.wanted.clear();
      this.server.stop();
    } else {
      this.kernel?.restart();
    }
  }

  move(cell: CodeCell, direction: -1 | 1): void {
    this.cells[this.cells.indexOf(cell) + direction]?.focus();
  }

  changed(cell: CodeCell): void {
    if (!this.restoring) {
      void this.journal?.save(cell.data.key, cell.source);
    }
  }

  removeCell(cell: CodeCell): void {
    const before = this.state();
    const at = this.cells.indexOf(cell);
    this.drop(cell);
    const undo = button(this.texts.undo, () => {
      this.apply(before, true);
      this.restored.replaceChildren();
      this.cells.find((each) => each.data.key === cell.data.key)?.focus();
    });
    const sentence = document.createElement('p');
    sentence.textContent = this.texts.removed;
    this.restored.replaceChildren(sentence, undo);
    this.say(sentence.textContent);
    void this.journal?.save(ORDER, JSON.stringify(this.own));
    (this.cells[at] ?? this.cells[at - 1])?.focus();
  }

  private drop(cell: CodeCell): void {
    const at = this.cells.indexOf(cell);
    const { key } = cell.data;
    this.own = this.own
      .filter((each) => each.key !== key)
      .map((each) => (each.after === key ? { ...each, after: this.cells[at - 1]?.data.key ?? '' } : each));
    this.cells.splice(at, 1);
    this.wanted.delete(cell);
    cell.destroy();
  }

  private build(): void {
    this.classList.add('lab');
    this.saving.className = 'lab-saving';
    this.restored.className = 'lab-restored';
    this.place.className = 'lab-place';
    this.python.className = 'lab-python';
    this.live.className = 'c-hidden';
    this.live.setAttribute('aria-live', 'polite');
    this.trouble.className = 'lab-trouble';
    this.body.className = 'lab-body';
    this.body.replaceChildren();
    this.cells = [];
    this.data.cells.forEach((cell) => this.body.append(this.element(cell)));
    const add = button(this.texts.addCell, () => this.addLast());
    add.classList.add('lab-add');
    add.hidden = this.readOnly;
    this.replaceChildren(this.bar(), this.place, this.trouble, this.body, add, this.live);
    this.showPlace();
    this.showSaving();
  }

  private bar(): HTMLElement {
    const { texts } = this;
    const bar = document.createElement('div');
    bar.className = 'lab-bar';
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', texts.notebook);
    this.restarting = button(texts.restart, () => this.kernel?.restart());
    this.restarting.classList.add('lab-restart');
    const versions = button(texts.history.open, () => void this.history.open());
    versions.classList.add('c-button-quiet', 'lab-open-history');
    versions.hidden = !this.data.saves;
    const keys = button(texts.keys.open, () => showKeys(texts));
    keys.classList.add('c-button-quiet', 'lab-open-keys');
    bar.append(button(texts.runAll, () => this.runAll()), this.restarting);
    if (this.data.runsOn === 'EITHER') {
      bar.append(this.choice());
    }
    bar.append(this.python, this.saving, versions, keys, this.restored);
    return bar;
  }

  private choice(): HTMLElement {
    const { server } = this.texts;
    const label = document.createElement('label');
    label.className = 'lab-choice';
    const words = document.createElement('span');
    words.textContent = server.label;
    const select = document.createElement('select');
    select.className = 'c-field';
    for (const [value, text] of [
      ['BROWSER', server.browser],
      ['SERVER', server.server],
    ]) {
      select.append(new Option(text, value, false, value === this.where));
    }
    select.addEventListener('change', () => {
      this.stop();
      this.where = select.value === 'SERVER' ? 'SERVER' : 'BROWSER';
      localStorage.setItem(CHOICE, this.where);
      if (this.onServer) {
        this.kernel?.disconnect();
      }
      this.showPlace();
    });
    label.append(words, select);
    return label;
  }

  /** That cells run on the server, and why, is said where they are run. */
  private showPlace(): void {
    const { server } = this.texts;
    this.restarting.hidden = this.onServer;
    this.place.hidden = !this.onServer;
    const why =
      this.data.runsOn === 'SERVER' && this.data.needs ? server.needed.replace('{0}', this.data.needs) : server.chosen;
    this.place.textContent = `${why} ${server.limits
      .replace('{0}', String(this.data.cellSeconds))
      .replace('{1}', String(this.data.totalSeconds))}`;
    this.showKernel();
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
    this.server.addEventListener('state', this.onServerState);
    this.seen.observe(this.body);
    this.body.addEventListener('focusin', this.onFocus);
    if (!this.data.saves) {
      return;
    }
    const journal = new Journal(this.data.work, this.data.ticket);
    this.journal = journal;
    journal.addEventListener('state', () => this.showSaving());
    journal.addEventListener('expired', () => this.dispatchEvent(new CustomEvent('lab-expired')));
    journal.addEventListener('conflict', (event) => this.conflict((event as CustomEvent<Entry>).detail));
    // Nobody types into a cell whose text is about to be replaced by what was saved.
    this.fetching = true;
    this.body.inert = true;
    this.showSaving();
    const { fields } = await journal.load();
    if (this.journal === journal) {
      this.fetching = false;
      this.body.inert = false;
      this.fill(fields);
      this.showSaving();
    }
  }

  private readonly onServerState = () => this.showKernel();

  /** Whoever goes into a cell is about to run one. */
  private readonly onFocus = (event: FocusEvent) => {
    if (this.cells.some((cell) => cell.element.contains(event.target as Element))) {
      this.warmUp();
    }
  };

  /** Python starts when the notebook is before its reader and the page has nothing else to do, unless the line or the device is small. */
  private come(entries: IntersectionObserverEntry[]): void {
    if (entries.some((entry) => entry.isIntersecting)) {
      this.seen.disconnect();
      if (!isSmall()) {
        whenIdle(() => this.warmUp());
      }
    }
  }

  private warmUp(): void {
    if (!this.onServer && this.isConnected && this.kernel?.state === 'idle' && this.cells.length > 0) {
      this.kernel.start(this);
    }
  }

  private fill(fields: Map<string, string>): void {
    this.restoring = true;
    orderOf(fields.get(ORDER)).forEach(({ key, after }) => this.insert(key, after));
    for (const cell of this.cells) {
      const source = fields.get(cell.data.key);
      if (source !== undefined) {
        cell.restore(source);
      }
      const outputs = fields.get(`${cell.data.key}${BY_PRODUCT}`);
      if (outputs !== undefined) {
        cell.outputs.restore(outputs);
      }
    }
    this.answers.forEach((field, key) => {
      field.value = fields.get(key) ?? field.value;
    });
    this.restoring = false;
  }

  /** A cell of the learner's own at the end. */
  private addLast(): void {
    const last = this.cells.at(-1);
    if (last) {
      this.insertAfter(last).focus();
    }
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

  runAll(): void {
    this.all = this.cells.length;
    if (this.onServer) {
      this.serve(this.cells);
    } else {
      // As on the server and when it is graded, one that fails does not keep the others from being run.
      this.cells.forEach((cell) => void this.execute(cell, false));
    }
  }

  private async execute(cell: CodeCell, needed = cell.data.role !== 'test'): Promise<void> {
    if (this.onServer) {
      this.serve([cell]);
      return;
    }
    const kernel = this.kernel;
    if (!kernel) {
      return;
    }
    kernel.start(this);
    cell.show('waiting');
    // What began by itself was not told to whoever reads.
    if (kernel.state === 'starting') {
      this.say(this.texts.kernel.starting);
    }
    const problem = await kernel.run(
      String(cell.number),
      cell.source,
      (output) => cell.outputs.add(output),
      () => {
        cell.outputs.begin();
        cell.show('running');
      },
      needed,
    );
    this.ended(cell, problem);
  }

  /** Runs cells on the server; those that are asked for while a run goes on run together after it. */
  private serve(cells: CodeCell[]): void {
    cells.forEach((cell) => {
      this.wanted.add(cell);
      cell.show('waiting');
    });
    if (!this.serving) {
      void this.serveAll();
    }
  }

  private async serveAll(): Promise<void> {
    this.serving = true;
    while (this.wanted.size > 0) {
      const asked = this.wanted;
      this.wanted = new Set();
      const last = Math.max(...[...asked].map((cell) => this.cells.indexOf(cell)));
      // The memory is empty, so what stands above runs too; tests give nothing to what follows.
      await this.serveOnce(
        this.cells.slice(0, last + 1).filter((cell) => asked.has(cell) || cell.data.role !== 'test'),
        asked,
      );
    }
    this.serving = false;
  }

  private async serveOnce(run: CodeCell[], asked: Set<CodeCell>): Promise<void> {
    const numbers = run.map((cell) => cell.number);
    const left = new Set(run);
    const end: ServerEnd = navigator.onLine
      ? await this.server.execute(
          run.map((cell) => cell.source),
          {
            begun: (at) => {
              run[at]?.outputs.begin();
              run[at]?.show('running');
            },
            ended: (at, failed, outputs) => {
              const cell = run[at];
              if (cell) {
                left.delete(cell);
                const limit: Output[] = failed && outputs.length === 0 ? [{ kind: 'limit', name: 'CELL_TIME' }] : outputs;
                this.showServed(cell, failed, renumbered(limit, numbers), asked.has(cell));
              }
            },
          },
        )
      : { kind: 'lost' };
    const broke = end.kind === 'ended' && end.broken ? run[end.running] : undefined;
    if (end.kind === 'ended' && end.broken && broke && left.delete(broke)) {
      this.showServed(broke, true, [{ kind: 'limit', name: end.broken }], true);
    }
    const reason = this.reason(end);
    left.forEach((cell) => {
      cell.outputs.keep();
      if (reason && asked.has(cell)) {
        cell.outputs.clear();
        cell.outputs.add({ kind: 'notice', text: reason });
      }
      cell.show('stopped');
    });
    if (left.size > 0) {
      this.all = 0;
      this.say(reason || this.texts.stopped.replace('{0}', [...left].map((cell) => cell.number).join(', ')));
    }
  }

  private showServed(cell: CodeCell, failed: boolean, outputs: Output[], tell: boolean): void {
    cell.outputs.clear();
    outputs.forEach((output) => cell.outputs.add(output));
    const error = outputs.find((output) => output.kind === 'error');
    const name = error?.kind === 'error' ? error.problem.name : '';
    this.finish(cell, failed, name, tell);
  }

  /** Why the server did not run what it was asked to; empty when the learner stopped it. */
  private reason(end: ServerEnd): string {
    const { server } = this.texts;
    switch (end.kind) {
      case 'refused':
        return server[end.reason].replace('{0}', String(end.seconds));
      case 'failed':
        return server.failed;
      case 'lost':
        return navigator.onLine ? server.lost : server.offline;
      default:
        return '';
    }
  }

  private ended(cell: CodeCell, problem: Problem | null | 'stopped'): void {
    if (problem === 'stopped') {
      this.all = 0;
      cell.outputs.keep();
      cell.show('stopped');
      this.say(this.texts.stopped.replace('{0}', String(cell.number)));
      return;
    }
    cell.outputs.end();
    this.finish(cell, problem !== null, problem?.name ?? '', true);
  }

  private finish(cell: CodeCell, failed: boolean, problem: string, tell: boolean): void {
    this.executions += 1;
    cell.show(failed ? 'failed' : 'done', this.executions);
    if (tell) {
      this.tellEnd(cell, failed, problem);
    }
    const outputs = cell.outputs.saved();
    if (outputs !== undefined) {
      void this.journal?.save(`${cell.data.key}${BY_PRODUCT}`, outputs);
    }
  }

  /** Of a run of all cells only its end is told, and what failed. */
  private tellEnd(cell: CodeCell, failed: boolean, problem: string): void {
    if (failed) {
      this.say(this.texts.failed.replace('{0}', String(cell.number)).replace('{1}', problem));
    } else if (this.all === 0) {
      this.say(this.texts.finished.replace('{0}', String(cell.number)));
    } else if (cell === this.cells.at(-1)) {
      this.say(this.texts.allFinished);
    }
    if (cell === this.cells.at(-1)) {
      this.all = 0;
    }
  }

  /** Two devices changed the same cell; both texts are there, and the learner says which counts. */
  private conflict(entry: Entry): void {
    const { field } = entry;
    const journal = this.journal;
    if (!journal) {
      return;
    }
    if (field === ORDER || field.endsWith(BY_PRODUCT)) {
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
    if (this.fetching) {
      this.saving.dataset.state = 'waiting';
      this.saving.textContent = this.texts.saving.fetching;
      return;
    }
    const state = this.journal?.state ?? 'saved';
    this.saving.dataset.state = state;
    this.saving.hidden = !this.data.saves;
    this.saving.textContent = this.texts.saving[state];
    // Each key that is saved would be too much to hear: trouble is told, and its end.
    if (state !== 'waiting' && state !== this.told) {
      if (this.told !== '' && this.data.saves) {
        this.say(this.texts.saving[state]);
      }
      this.told = state;
    }
    this.dispatchEvent(new CustomEvent('lab-saving', { detail: { state } }));
  }

  private showKernel(): void {
    const { server, kernel } = this.texts;
    if (this.onServer) {
      const { state, ahead } = this.server;
      this.python.dataset.state = state === 'idle' ? 'ready' : 'busy';
      this.python.textContent =
        state === 'waiting'
          ? ahead > 0
            ? server.ahead.replace('{0}', String(ahead))
            : server.next
          : server[state];
      return;
    }
    const state = this.kernel?.state ?? 'idle';
    this.python.dataset.state = state;
    this.python.textContent = kernel[state];
    if (state === 'broken') {
      this.say(kernel.broken);
    }
  }

  private say(sentence: string): void {
    this.live.textContent = sentence;
  }

  private close(): void {
    this.server.removeEventListener('state', this.onServerState);
    this.seen.disconnect();
    this.body.removeEventListener('focusin', this.onFocus);
    this.server.stop();
    this.wanted.clear();
    this.told = '';
    this.restored.replaceChildren();
    this.trouble.replaceChildren();
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

/** What a browser wrote may be anything. */
function orderOf(json: string | undefined): Order {
  try {
    const order: unknown = JSON.parse(json || '[]');
    return Array.isArray(order) ? order.filter((each) => typeof each?.key === 'string' && typeof each?.after === 'string') : [];
  } catch {
    return [];
  }
}

function chosen(): 'BROWSER' | 'SERVER' {
  return localStorage.getItem(CHOICE) === 'SERVER' ? 'SERVER' : 'BROWSER';
}

/** Ten megabytes, and a hundred and fifty of memory, are for cells that are run, where the line or the device is small. */
function isSmall(): boolean {
  const { connection, deviceMemory } = navigator as Navigator & {
    connection?: { saveData?: boolean; effectiveType?: string };
    deviceMemory?: number;
  };
  return connection?.saveData === true || /2g|3g/.test(connection?.effectiveType ?? '') || (deviceMemory ?? 8) < 2;
}

function whenIdle(then: () => void): void {
  if ('requestIdleCallback' in window) {
    requestIdleCallback(then, { timeout: 3000 });
  } else {
    setTimeout(then, 500);
  }
}

function button(label: string, click: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'c-button';
  made.textContent = label;
  // The bar's words change while one presses: what was saved, how Python stands.
  holdFast(made);
  made.addEventListener('click', click);
  return made;
}

if (!customElements.get('collegium-lab')) {
  customElements.define('collegium-lab', CollegiumLab);
}

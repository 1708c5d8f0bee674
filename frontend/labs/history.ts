import type { Entry, Version } from '../journal/journal';
import { dialog } from './dialog';
import { difference, type Line } from './diff';
import type { Texts } from './lab-data';

const PAGE = 30;
const AROUND = 2;

/** A cell as it is now. */
export interface Present {
  readonly key: string;
  readonly label: string;
  readonly source: string;
  /** What the author gave; what it was while nothing had been typed. */
  readonly given: string;
}

/** A cell as it was in work that was handed in; without a key it is one that the learner added. */
export interface HandedIn {
  readonly key: string;
  readonly code: boolean;
  readonly source: string;
}

/** What the history asks of the notebook. */
export interface Notebook {
  readonly texts: Texts;
  readonly device: string;
  present(): Present[];
  versions(offset: number, limit: number): Promise<Version[]>;
  version(revision: number): Promise<Entry[]>;
  /** Takes these contents of fields as a new save; whole says that cells which are not among them go. */
  restore(fields: Map<string, string>, whole: boolean, name: string): void;
}

/** Saved versions, the latest first: look at one beside what is there now, take it back or a cell of it. */
export class History {
  private readonly list = document.createElement('ol');
  private readonly detail = document.createElement('div');
  private more: HTMLButtonElement | undefined;
  private known = 0;
  private box: HTMLDialogElement | undefined;

  constructor(private readonly notebook: Notebook) {}

  async open(): Promise<void> {
    const { texts } = this.notebook;
    const { element, body } = dialog('lab-history', texts.history.title, texts.close);
    this.box = element;
    const versions = document.createElement('nav');
    versions.className = 'lab-versions';
    versions.setAttribute('aria-label', texts.history.title);
    this.list.replaceChildren();
    const more = button(texts.history.more, 'c-button', () => void this.page());
    more.hidden = true;
    this.more = more;
    versions.append(this.list, more);
    this.detail.className = 'lab-version';
    this.detail.tabIndex = -1;
    this.detail.replaceChildren(note(texts.history.choose));
    body.append(versions, this.detail);
    this.known = 0;
    await this.page();
  }

  /** Work that was handed in, beside what is there now. */
  handedIn(cells: HandedIn[], number: number): void {
    const { texts } = this.notebook;
    const name = texts.history.submission.replace('{0}', String(number));
    const { element, body } = dialog('lab-handed-in', name, texts.close);
    this.box = element;
    this.detail.className = 'lab-version';
    body.append(this.detail);
    const fields = new Map(cells.filter((cell) => cell.key).map((cell) => [cell.key, cell.source]));
    const present = this.notebook.present().filter((cell) => fields.has(cell.key));
    this.show(name, present, fields, false);
    this.detail.querySelector('h3')?.remove();
    const now = new Set(this.notebook.present().map((cell) => cell.source));
    const others = cells.filter((cell) => !cell.key && cell.code && cell.source.trim() && !now.has(cell.source));
    if (others.length > 0) {
      this.detail.append(note(texts.history.others));
      others.forEach((cell) => this.detail.append(lines([{ mark: 'same', text: cell.source }])));
    }
  }

  private async page(): Promise<void> {
    const { texts } = this.notebook;
    let versions: Version[];
    try {
      versions = await this.notebook.versions(this.known, PAGE);
    } catch {
      this.detail.replaceChildren(note(texts.history.unreachable));
      return;
    }
    if (this.known === 0 && versions.length === 0) {
      this.detail.replaceChildren(note(texts.history.none));
    }
    const first = this.list.childElementCount;
    this.known += versions.length;
    versions.forEach((version) => this.list.append(this.item(version)));
    if (this.more) {
      this.more.hidden = versions.length < PAGE;
    }
    if (first > 0) {
      this.list.children[first]?.querySelector('button')?.focus();
    }
  }

  private item(version: Version): HTMLElement {
    const { texts } = this.notebook;
    const item = document.createElement('li');
    const time = document.createElement('time');
    time.dateTime = version.savedAt;
    time.textContent = moment(version.savedAt);
    time.title = new Date(version.savedAt).toLocaleString();
    const where = document.createElement('span');
    where.className = 'c-muted c-small';
    const here = version.devices.includes(this.notebook.device);
    const device =
      version.devices.length > 1 && here ? texts.history.both : here ? texts.history.here : texts.history.elsewhere;
    const changed = this.names(version.fields);
    where.textContent = changed ? `${device} · ${changed}` : device;
    const choice = button('', 'lab-version-choice', () => void this.look(version, choice));
    choice.append(time, where);
    item.append(choice);
    return item;
  }

  private names(fields: readonly string[]): string {
    const present = this.notebook.present();
    const found = present.filter((cell) => fields.includes(cell.key)).map((cell) => cell.label);
    const shown = found.slice(0, 3).join(', ');
    return found.length > 3 ? `${shown} +${found.length - 3}` : shown;
  }

  private async look(version: Version, choice: HTMLButtonElement): Promise<void> {
    const { texts } = this.notebook;
    this.list.querySelectorAll('[aria-current]').forEach((other) => other.removeAttribute('aria-current'));
    choice.setAttribute('aria-current', 'true');
    let entries: Entry[];
    try {
      entries = await this.notebook.version(version.revision);
    } catch {
      this.detail.replaceChildren(note(texts.history.unreachable));
      return;
    }
    const fields = new Map(entries.map((entry) => [entry.field, entry.content]));
    this.show(texts.history.of.replace('{0}', moment(version.savedAt)), this.notebook.present(), fields, true);
    this.detail.focus();
  }

  private show(name: string, present: Present[], fields: Map<string, string>, whole: boolean): void {
    const { texts } = this.notebook;
    const then = (cell: Present) => fields.get(cell.key) ?? cell.given;
    const changed = present.filter((cell) => then(cell) !== cell.source);
    const gone = [...fields.keys()].filter(
      (key) => key.startsWith('own-') && !key.endsWith(':out') && key !== 'own-cells' && !present.some((cell) => cell.key === key),
    );
    const heading = document.createElement('h3');
    heading.textContent = name;
    this.detail.replaceChildren(heading);
    const restored = gone.filter((key) => isThere(fields, key));
    if (changed.length === 0 && restored.length === 0) {
      this.detail.append(note(texts.history.same));
      return;
    }
    this.detail.append(
      note(texts.history.legend),
      button(whole ? texts.history.restore : texts.history.take, 'c-button c-button-primary', () => {
        this.notebook.restore(whole ? fields : new Map(changed.map((cell) => [cell.key, then(cell)])), whole, name);
        this.box?.close();
      }),
    );
    changed.forEach((cell) => this.detail.append(this.cell(cell, then(cell), name)));
    restored.forEach((key) => this.detail.append(this.lost(fields.get(key) ?? '')));
    const unchanged = present.length - changed.length;
    if (unchanged > 0) {
      this.detail.append(note(texts.history.unchanged.replace('{0}', String(unchanged))));
    }
  }

  private cell(cell: Present, then: string, name: string): HTMLElement {
    const { texts } = this.notebook;
    const box = document.createElement('section');
    box.className = 'lab-changed';
    const head = document.createElement('div');
    head.className = 'lab-changed-head';
    const title = document.createElement('h4');
    title.textContent = cell.label;
    const one = button(texts.history.restoreCell, 'lab-quiet', () => {
      this.notebook.restore(new Map([[cell.key, then]]), false, name);
      this.box?.close();
    });
    one.setAttribute('aria-label', `${texts.history.restoreCell}: ${cell.label}`);
    head.append(title, one);
    box.append(head, lines(excerpt(difference(then, cell.source))));
    return box;
  }

  /** A cell that was removed since. */
  private lost(source: string): HTMLElement {
    const box = document.createElement('section');
    box.className = 'lab-changed';
    const title = document.createElement('h4');
    title.textContent = this.notebook.texts.history.removed;
    box.append(title, lines(source.split('\n').map((text): Line => ({ mark: 'then', text }))));
    return box;
  }
}

/** Whether an added cell was part of the notebook then; what was typed in it is kept beyond that. */
function isThere(fields: Map<string, string>, key: string): boolean {
  return (fields.get('own-cells') ?? '').includes(`"${key}"`);
}

/** The changed lines, with a few around them. */
function excerpt(all: Line[]): Line[] {
  const near = all.map((_, at) =>
    all.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((line) => line.mark !== 'same'),
  );
  const shown: Line[] = [];
  all.forEach((line, at) => {
    if (near[at]) {
      shown.push(line);
    } else if (at === 0 || near[at - 1]) {
      shown.push({ mark: 'same', text: '⋯' });
    }
  });
  return shown;
}

function lines(shown: Line[]): HTMLElement {
  const block = document.createElement('pre');
  block.className = 'lab-diff';
  block.tabIndex = 0;
  for (const { mark, text } of shown) {
    const line = document.createElement(mark === 'then' ? 'ins' : mark === 'now' ? 'del' : 'span');
    line.textContent = `${mark === 'then' ? '+' : mark === 'now' ? '−' : ' '} ${text}\n`;
    block.append(line);
  }
  return block;
}

/** The time alone when it was today. */
function moment(iso: string): string {
  const date = new Date(iso);
  const today = date.toDateString() === new Date().toDateString();
  const language = document.documentElement.lang || undefined;
  return today
    ? date.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })
    : date.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
}

function note(text: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'lab-note';
  line.textContent = text;
  return line;
}

function button(label: string, name: string, click: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = name;
  made.textContent = label;
  made.addEventListener('click', click);
  return made;
}

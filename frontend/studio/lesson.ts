import { defaultKeymap, history, historyKeymap, indentWithTab, undo } from '@codemirror/commands';
import { StreamLanguage, bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, ChangeSet, Compartment, EditorState, type Text, type TransactionSpec } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { Journal, type JournalState } from '../journal/journal';
import { clash, type Part } from './lesson-clash';
import { askAlternative, escaped, send } from './lesson-files';
import { Writing } from './lesson-keys';
import { Preview } from './lesson-preview';
import { InStep } from './lesson-scroll';
import { markdown } from './markdown';

/** Milliseconds. */
const TO_JOURNAL = 250;
const TO_PREVIEW = 250;
const TO_DRAFT = 1_500;
const LONGEST_AWAY = 10_000;
const LONGEST_ANSWER = 20_000;
const AGAIN = 5_000;
const ANOTHER_DEVICE = 60_000;

interface Lesson {
  readonly work: string;
  readonly ticket: string;
  readonly text: string;
  readonly head: string;
  readonly language: string;
  readonly texts: Record<string, string>;
}

/** What a tab typed, as the journal has it; settled once the draft has it too. */
interface Typed {
  readonly base: string;
  readonly text: string;
  readonly settled: boolean;
}

interface Change {
  readonly from: number;
  readonly gone: number;
  readonly come: string[];
}

type Answer =
  | { kind: 'kept'; head: string; changes: Change[] }
  | { kind: 'clash'; head: string; author: string; parts: Part[] }
  | { kind: 'refused'; problem: string };

interface Server {
  render(text: string): Promise<string>;
  keep(base: string, text: string): Promise<string>;
  renew(): Promise<string>;
}

/** Marks what other authors wrote: it is neither kept again nor undone. */
const theirs = Annotation.define<boolean>();

/**
 * A lesson as it is written beside the lesson as it is read. Each change goes to the work journal, which needs no session; when
 * the person pauses it goes into the draft, where it is put together with what others wrote.
 */
class CollegiumLesson extends HTMLElement {
  declare $server: Server;
  private data?: Lesson;
  private view?: EditorView;
  private journal?: Journal;
  private preview?: Preview;
  private step?: InStep;
  private readonly editable = new Compartment();
  /** Of the text that the draft had when this one was last put together with it. */
  private base = '';
  /** What was typed since the text that is on its way to the draft. */
  private since?: ChangeSet;
  private unsettled = false;
  private clashing = false;
  private problem = '';
  private busy = false;
  private firstUnkept = 0;
  private timers: { journal?: number; draft?: number; preview?: number } = {};
  private readonly onHide = () => document.visibilityState === 'hidden' && this.toJournal();
  private readonly onLeave = (event: BeforeUnloadEvent) => {
    this.toJournal();
    if (this.journal?.state === 'refused' || this.journal?.state === 'full') {
      event.preventDefault();
    }
  };

  set lesson(data: Lesson) {
    if (this.view) {
      return;
    }
    this.data = data;
    this.base = data.head;
    this.open(data);
  }

  connectedCallback(): void {
    // The server may have set the property before this script was there.
    if (Object.hasOwn(this, 'lesson')) {
      const data = Reflect.get(this, 'lesson') as Lesson;
      Reflect.deleteProperty(this, 'lesson');
      this.lesson = data;
    }
    document.addEventListener('visibilitychange', this.onHide);
    window.addEventListener('beforeunload', this.onLeave);
  }

  disconnectedCallback(): void {
    this.toJournal();
    document.removeEventListener('visibilitychange', this.onHide);
    window.removeEventListener('beforeunload', this.onLeave);
    Object.values(this.timers).forEach((timer) => window.clearTimeout(timer));
    void this.journal?.flush().then(() => this.journal?.disconnect());
  }

  /** Puts a text where the cursor is; in place of all when there is nothing but a title. */
  insert(text: string): void {
    if (!this.view) {
      return;
    }
    const whole = this.view.state.doc.toString();
    if (whole.trim().split('\n').length <= 1) {
      this.view.dispatch({ changes: { from: 0, to: whole.length, insert: text }, userEvent: 'input' });
      this.view.focus();
    } else {
      this.writing?.block('', text.replace(/^# .*\n+/, '').trimEnd(), '');
    }
  }

  /** Others have changed the lesson: what they wrote comes here. */
  othersWrote(): void {
    if (!this.busy && !this.clashing) {
      void this.toDraft();
    }
  }

  private get writing(): Writing | undefined {
    return this.view && this.data && new Writing(this.view, this.data.texts);
  }

  private get field(): string {
    return `text:${this.journal?.device ?? ''}`;
  }

  private get texts(): Record<string, string> {
    return this.data?.texts ?? {};
  }

  private open(data: Lesson): void {
    const read = this.querySelector<HTMLElement>('.c-lesson-read');
    const prose = read?.querySelector<HTMLElement>('collegium-prose');
    const write = this.querySelector<HTMLElement>('.c-lesson-write');
    if (!read || !prose || !write) {
      return;
    }
    this.view = new EditorView({ state: this.state(data), parent: write });
    this.view.scrollDOM.tabIndex = 0;
    this.preview = new Preview(prose);
    this.step = new InStep(this.view, read);
    this.journal = new Journal(data.work, data.ticket);
    this.journal.addEventListener('state', () => this.tell());
    this.journal.addEventListener('receipt', () => this.tell());
    this.journal.addEventListener('expired', () => void this.$server.renew().then((ticket) => this.journal?.renew(ticket)));
    this.journal.addEventListener('conflict', (event) => {
      const { field } = (event as CustomEvent<{ field: string }>).detail;
      void this.journal?.keepMine(field);
    });
    this.useTools();
    this.useTabs();
    void this.show();
    void this.takeUp();
  }

  private state(data: Lesson): EditorState {
    const writing = () => this.writing;
    return EditorState.create({
      doc: data.text,
      extensions: [
        keymap.of([
          { key: 'Mod-s', run: () => this.now(), preventDefault: true },
          { key: 'Mod-b', run: () => writing()?.around('**', data.texts.bold) ?? false },
          { key: 'Mod-i', run: () => writing()?.around('*', data.texts.italic) ?? false },
          { key: 'Mod-k', run: () => writing()?.link() ?? false, preventDefault: true },
          { key: 'Mod-e', run: () => writing()?.code() ?? false, preventDefault: true },
          { key: 'Mod-m', run: () => writing()?.formula() ?? false, preventDefault: true },
          { key: 'Mod-Shift-h', run: () => writing()?.heading() ?? false, preventDefault: true },
          { key: 'Mod-Shift-7', run: () => writing()?.list(true) ?? false, preventDefault: true },
          { key: 'Mod-Shift-8', run: () => writing()?.list(false) ?? false, preventDefault: true },
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          indentWithTab,
        ]),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        bracketMatching(),
        highlightSelectionMatches(),
        StreamLanguage.define(markdown),
        syntaxHighlighting(classHighlighter),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': data.texts.editor,
          'aria-description': data.texts['editor.keys'],
          lang: data.language,
          spellcheck: 'true',
          autocorrect: 'on',
          autocapitalize: 'sentences',
        }),
        this.editable.of([]),
        EditorView.domEventHandlers({
          paste: (event) => this.dropped(event.clipboardData, event),
          drop: (event, view) => {
            const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
            if (at !== null && (event.dataTransfer?.files.length ?? 0) > 0) {
              view.dispatch({ selection: { anchor: at } });
            }
            return this.dropped(event.dataTransfer, event);
          },
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            this.since = this.since?.compose(update.changes);
            const others = update.transactions.every((transaction) => transaction.annotation(theirs));
            this.changed(others);
          }
        }),
      ],
    });
  }

  private changed(byOthers: boolean): void {
    this.later('preview', TO_PREVIEW, () => void this.show());
    if (!byOthers) {
      this.unsettled = true;
      this.problem = '';
      this.firstUnkept ||= Date.now();
      this.later('journal', TO_JOURNAL, () => this.note(false));
      this.later('draft', Math.max(0, Math.min(TO_DRAFT, this.firstUnkept + LONGEST_AWAY - Date.now())), () => void this.toDraft());
      this.tell();
    }
  }

  private later(what: keyof typeof this.timers, delay: number, act: () => void): void {
    window.clearTimeout(this.timers[what]);
    this.timers[what] = window.setTimeout(() => {
      this.timers[what] = undefined;
      act();
    }, delay);
  }

  private now(): boolean {
    this.toJournal();
    void this.toDraft();
    return true;
  }

  /** What is typed is safe from here on. */
  private toJournal(): void {
    if (this.timers.journal !== undefined) {
      window.clearTimeout(this.timers.journal);
      this.timers.journal = undefined;
      this.note(false);
    }
  }

  private note(settled: boolean): void {
    if (this.view && this.journal) {
      const typed: Typed = { base: this.base, text: this.view.state.doc.toString(), settled };
      void this.journal.save(this.field, JSON.stringify(typed));
    }
  }

  /** Work that did not reach the draft before: of this tab it is taken up, of others the person is asked. */
  private async takeUp(): Promise<void> {
    if (!this.journal || !this.view || !this.data) {
      return;
    }
    const { fields } = await this.journal.load();
    for (const [field, content] of fields) {
      const typed = JSON.parse(content) as Typed;
      if (typed.settled || typed.text === this.data.text) {
        continue;
      }
      if (field === this.field) {
        this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: typed.text } });
        this.base = typed.base;
        void this.toDraft();
      } else {
        const at = this.journal.receiptOf(field)?.at;
        if (!at || Date.now() - Date.parse(at) > ANOTHER_DEVICE) {
          this.offer(field, typed, at);
        }
      }
    }
    this.tell();
  }

  private offer(field: string, typed: Typed, at: string | undefined): void {
    const notice = document.createElement('div');
    notice.className = 'c-notice';
    notice.setAttribute('role', 'status');
    const when = at ? new Date(at).toLocaleString(document.documentElement.lang) : '';
    const text = document.createElement('p');
    text.textContent = this.texts.elsewhere.replace('{0}', when);
    const shown = document.createElement('pre');
    shown.tabIndex = 0;
    shown.textContent = typed.text;
    const settle = () => {
      notice.remove();
      void this.journal?.save(field, JSON.stringify({ ...typed, settled: true }));
    };
    const take = button(this.texts['elsewhere.take'], () => {
      settle();
      void this.$server.keep(typed.base, typed.text).then((answer) => this.taken(JSON.parse(answer) as Answer, undefined));
    });
    notice.append(text, shown, take, button(this.texts['elsewhere.drop'], settle));
    this.querySelector('.c-lesson-notices')?.append(notice);
  }

  /** Puts the text into the draft, and what others wrote into the text. */
  private async toDraft(): Promise<void> {
    if (!this.view || this.busy || this.clashing) {
      return;
    }
    this.busy = true;
    window.clearTimeout(this.timers.draft);
    const sent = this.view.state.doc;
    this.since = ChangeSet.empty(sent.length);
    this.firstUnkept = 0;
    try {
      const answer = JSON.parse(await within(this.$server.keep(this.base, sent.toString()))) as Answer;
      this.taken(answer, sent);
    } catch {
      this.later('draft', AGAIN, () => void this.toDraft());
    } finally {
      this.busy = false;
      this.since = undefined;
      if (this.firstUnkept > 0 && this.timers.draft === undefined) {
        this.later('draft', TO_DRAFT, () => void this.toDraft());
      }
      this.tell();
    }
  }

  private taken(answer: Answer, sent: Text | undefined): void {
    if (answer.kind === 'refused') {
      this.problem = answer.problem;
    } else if (answer.kind === 'clash') {
      this.decide(answer);
    } else if (!sent) {
      void this.toDraft();
    } else {
      this.base = answer.head;
      if (answer.changes.length > 0) {
        this.merge(answer.changes, sent);
      }
      const typedOn = this.firstUnkept > 0;
      if (this.unsettled || answer.changes.length > 0) {
        this.unsettled = typedOn;
        window.clearTimeout(this.timers.journal);
        this.timers.journal = undefined;
        this.note(!typedOn);
      }
    }
  }

  /** Brings in what others wrote, under what was typed while it was on its way. */
  private merge(changes: Change[], sent: Text): void {
    const specs = changes.map(({ from, gone, come }) => span(sent, from, gone, come));
    const brought = ChangeSet.of(specs, sent.length);
    const mapped = this.since ? brought.map(this.since) : brought;
    const transaction: TransactionSpec = { changes: mapped, annotations: theirs.of(true) };
    this.view?.dispatch(transaction);
    this.say(this.texts.merged);
  }

  private decide(answer: { head: string; author: string; parts: Part[] }): void {
    this.clashing = true;
    this.note(false);
    this.readOnly(true);
    const panel = clash(answer.parts, answer.author, this.texts, (text) => {
      panel.remove();
      this.clashing = false;
      this.base = answer.head;
      this.readOnly(false);
      this.view?.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
      this.view?.focus();
      void this.toDraft();
    });
    this.querySelector('.c-lesson-notices')?.append(panel);
    panel.querySelector('h2')?.focus();
    panel.scrollIntoView({ block: 'start' });
  }

  private readOnly(readOnly: boolean): void {
    this.view?.dispatch({
      effects: this.editable.reconfigure(readOnly ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : []),
    });
  }

  private async show(): Promise<void> {
    if (!this.view || !this.preview) {
      return;
    }
    const text = this.view.state.doc;
    try {
      const { html, words, minutes } = JSON.parse(await within(this.$server.render(text.toString()))) as {
        html: string;
        words: number;
        minutes: number;
      };
      if (text === this.view.state.doc) {
        this.preview.show(html);
        this.step?.follow();
        this.put('.c-lesson-count', this.texts.count.replace('{0}', number(words)).replace('{1}', number(minutes)));
      }
    } catch {
      this.later('preview', AGAIN, () => void this.show());
    }
  }

  private tell(): void {
    const state: JournalState = this.journal?.state ?? 'saved';
    const at = this.journal?.receiptOf(this.field)?.at;
    const time = at ? new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }) : '';
    let key = 'state.kept';
    if (this.problem) {
      key = 'state.unread';
    } else if (this.clashing) {
      key = 'state.clash';
    } else if (state === 'offline') {
      key = 'state.offline';
    } else if (state === 'closed' || state === 'full' || state === 'refused') {
      key = 'state.refused';
    } else if (this.timers.journal !== undefined || state === 'waiting' || state === 'conflict') {
      key = 'state.waiting';
    } else if (this.unsettled) {
      key = 'state.saved';
    }
    this.dataset.state = key.slice('state.'.length);
    this.say(this.texts[key].replace('{0}', this.problem || time).trim());
  }

  private say(text: string): void {
    this.put('.c-lesson-state', text);
  }

  private put(selector: string, text: string): void {
    const place = this.querySelector(selector);
    if (place && place.textContent !== text) {
      place.textContent = text;
    }
  }

  private dropped(data: DataTransfer | null, event: Event): boolean {
    const files = [...(data?.files ?? [])];
    if (files.length === 0) {
      return false;
    }
    event.preventDefault();
    void this.bring(files);
    return true;
  }

  /** Files that come in: pictures ask at once what they show. */
  private async bring(files: File[]): Promise<void> {
    for (const file of files) {
      const shown = file.type.startsWith('image/') ? await askAlternative(file, this.texts) : '';
      if (shown === undefined) {
        continue;
      }
      this.say(this.texts['file.sending'].replace('{0}', file.name));
      try {
        const added = await send(this.dataset.upload ?? '', file, this.texts['file.failed'].replace('{0}', file.name));
        if (added.picture) {
          this.writing?.block(`![${escaped(shown)}](${added.reference})`, '', '');
        } else if (added.type.startsWith('video/')) {
          this.writing?.block(`:::{video} ${added.reference}\n:title: `, this.texts['video.title'], '\n:::');
        } else if (added.type === 'text/vtt') {
          this.captions(added.reference);
        } else {
          this.writing?.block(`[${escaped(file.name)}](${added.reference})`, '', '');
        }
        this.tell();
      } catch (refused) {
        this.problem = (refused as Error).message;
        this.tell();
      }
    }
  }

  /** Captions go to the video before the cursor that has none; else they are offered as a file. */
  private captions(reference: string): void {
    const state = this.view?.state;
    if (!state) {
      return;
    }
    const until = state.doc.lineAt(state.selection.main.head).number;
    for (let number = until; number >= 1; number--) {
      const line = state.doc.line(number);
      if (/^:{3,}\{video\}/.test(line.text)) {
        this.view?.dispatch({ changes: { from: line.to, insert: `\n:captions: ${reference}` }, userEvent: 'input' });
        return;
      }
    }
    this.writing?.block(`[${escaped(reference.split('/').pop() ?? reference)}](${reference})`, '', '');
  }

  private choose(accept: string): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = true;
    input.addEventListener('change', () => void this.bring([...(input.files ?? [])]));
    input.className = 'c-hidden';
    this.append(input);
    input.click();
    input.addEventListener('cancel', () => input.remove());
    input.addEventListener('change', () => input.remove());
  }

  private useTools(): void {
    const tools = [...this.querySelectorAll<HTMLButtonElement>('[data-tool]')];
    const bar = tools[0]?.parentElement;
    bar?.addEventListener('click', (event) => {
      const tool = (event.target as Element).closest<HTMLElement>('[data-tool]')?.dataset.tool;
      if (tool) {
        this.use(tool);
      }
    });
    bar?.addEventListener('keydown', (event) => {
      const at = tools.indexOf(document.activeElement as HTMLButtonElement);
      const go = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
      if (at >= 0 && go !== undefined) {
        event.preventDefault();
        const next = tools[(go + tools.length) % tools.length];
        tools.forEach((tool) => (tool.tabIndex = tool === next ? 0 : -1));
        next.focus();
      }
    });
  }

  private use(tool: string): void {
    const writing = this.writing;
    if (!writing || !this.view || this.clashing) {
      return;
    }
    const acts: Record<string, () => unknown> = {
      bold: () => writing.around('**', this.texts.bold),
      italic: () => writing.around('*', this.texts.italic),
      heading: () => writing.heading(),
      link: () => writing.link(),
      list: () => writing.list(false),
      numbers: () => writing.list(true),
      code: () => writing.code(),
      formula: () => writing.formula(),
      note: () => writing.note(),
      table: () => writing.table(),
      picture: () => this.choose('image/*'),
      video: () => this.choose('video/mp4,video/webm,.vtt'),
      file: () => this.choose(''),
      undo: () => this.view && undo(this.view),
    };
    acts[tool]?.();
  }

  /** On a phone one side is seen at a time. */
  private useTabs(): void {
    const tabs = [...this.querySelectorAll<HTMLButtonElement>('[data-tab]')];
    const choose = (chosen: HTMLButtonElement) => {
      tabs.forEach((tab) => {
        tab.setAttribute('aria-selected', String(tab === chosen));
        tab.tabIndex = tab === chosen ? 0 : -1;
      });
      this.dataset.side = chosen.dataset.tab;
      this.view?.requestMeasure();
    };
    tabs.forEach((tab, index) => {
      tab.addEventListener('click', () => choose(tab));
      tab.addEventListener('keydown', (event) => {
        if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
          event.preventDefault();
          const next = tabs[(index + 1) % tabs.length];
          choose(next);
          next.focus();
        }
      });
    });
    choose(tabs[0]);
  }
}

/** Lines of a text that give way to others, as a change of characters. */
function span(text: Text, from: number, gone: number, come: string[]): { from: number; to: number; insert: string } {
  const lines = text.lines;
  if (from >= lines) {
    return { from: text.length, to: text.length, insert: `\n${come.join('\n')}` };
  }
  const start = text.line(from + 1).from;
  if (gone === 0) {
    return { from: start, to: start, insert: `${come.join('\n')}\n` };
  }
  const last = text.line(from + gone);
  if (come.length > 0) {
    return { from: start, to: last.to, insert: come.join('\n') };
  }
  return last.to < text.length ? { from: start, to: last.to + 1, insert: '' } : { from: Math.max(0, start - 1), to: last.to, insert: '' };
}

function within<T>(answer: Promise<T>): Promise<T> {
  return Promise.race([
    answer,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), LONGEST_ANSWER)),
  ]);
}

function number(value: number): string {
  return value.toLocaleString(document.documentElement.lang || undefined);
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'c-button';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

customElements.get('c-lesson') ?? customElements.define('c-lesson', CollegiumLesson);

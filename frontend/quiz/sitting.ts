import { Journal, type Entry, type OutOfTurn } from '../journal/journal';
import { Watch, type Heard } from '../journal/watch';
import type { CollegiumClock } from './clock';
import { showHere, tellConflict } from './conflict';
import { Marks } from './marks';
import { Pages } from './pages';
import { CollegiumQuestion, type Fate } from './question';
import { atServer } from './server';
import { isTrouble, showFlags, showLines, showReceipts, showSteps } from './shown';
import { fill, time, type Texts } from './sitting-data';
import { Trace } from './trace';

const ACTS = '[data-go], [data-previous], [data-next], [data-back], [data-submit], [data-flag]';
const LONGEST_SUBMITTING = 20_000;
/** So long answers that are on their way have when the clock has ended; the server takes them a little longer. */
const LAST_SAVES = 8_000;
const AGAIN = 10_000;

/**
 * An attempt: its questions, one shown at a time or all, then a last look. All of it goes on without the server, but for submitting.
 * Answers go into the work journal; an author's trial has no ticket, and nothing of it is kept.
 *
 * The server calls open(), renew() with another ticket, notSubmitted(), and goOn(). Events: quiz-expired (another ticket is wanted),
 * quiz-submit (everything is saved; its detail has the answers for a trial, as JSON by key of the question), quiz-over (the time
 * is up as far as the page knows).
 */
export class CollegiumSitting extends HTMLElement {
  private texts!: Texts;
  private journal: Journal | undefined;
  private watch: Watch | undefined;
  private trace: Trace | undefined;
  private questions: CollegiumQuestion[] = [];
  private pages!: Pages;
  private marks = new Marks();
  private readonly touched = new Set<string>();
  private current = 0;
  private opened = false;
  private loaded = false;
  private told = '';
  private silence: number | undefined;
  private over = false;
  /** The server is asked for the result. */
  private handed = false;
  private again: number | undefined;
  private readonly onClick = (event: Event) => this.clicked(event);
  private readonly onChange = (event: Event) => this.changed(event as CustomEvent<{ chosen: boolean }>);
  private readonly onNetwork = () => this.network();
  private readonly onOver = () => void this.end();

  connectedCallback(): void {
    // Moved within the page, which is to leave and to come back.
    if (this.opened) {
      this.open();
    }
  }

  disconnectedCallback(): void {
    this.close();
  }

  /** Called when the questions are there. */
  open(): void {
    this.close();
    this.opened = true;
    this.handed = false;
    this.texts = JSON.parse(this.dataset.texts ?? '{}') as Texts;
    this.questions = [...this.querySelectorAll<CollegiumQuestion>('c-question')];
    this.questions.forEach((question) => question.begin());
    this.pages = new Pages(this, this.questions);
    this.marks = new Marks();
    // What is hidden would else be fetched when it is shown, and perhaps not be had then.
    this.querySelectorAll<HTMLImageElement>('img[loading]').forEach((picture) => (picture.loading = 'eager'));
    this.addEventListener('click', this.onClick);
    this.addEventListener('question-changed', this.onChange);
    this.addEventListener('clock-over', this.onOver);
    window.addEventListener('online', this.onNetwork);
    window.addEventListener('offline', this.onNetwork);
    if (this.dataset.ticket) {
      this.keep(new Journal(this.dataset.work ?? '', this.dataset.ticket));
    }
    const first = this.questions.findIndex((question) => !question.hidden);
    this.show(this.pages.left(this.dataset.work) ?? Math.max(0, first), this.hasAttribute('data-focus'));
    if ((this.clock?.left ?? 1) <= 0) {
      void this.end();
    }
  }

  renew(ticket: string): void {
    this.dataset.ticket = ticket;
    this.journal?.renew(ticket);
    this.watch?.renew(ticket);
    this.trace?.renew(ticket);
  }

  /** The server could not submit, and says why itself where it can. */
  notSubmitted(): void {
    this.tell(this.texts.notSubmitted.failed);
  }

  /** The time is not up after all: the server has given some back. */
  goOn(): void {
    clearTimeout(this.silence);
    clearTimeout(this.again);
    this.over = false;
    this.handed = false;
    const { clock } = this;
    void (this.watch?.ask() ?? Promise.resolve()).finally(() => clock?.goOn());
    this.rest(false);
    this.say('');
  }

  private get clock(): CollegiumClock | null {
    return this.querySelector<CollegiumClock>('c-clock');
  }

  private close(): void {
    this.removeEventListener('click', this.onClick);
    this.removeEventListener('question-changed', this.onChange);
    this.removeEventListener('clock-over', this.onOver);
    window.removeEventListener('online', this.onNetwork);
    window.removeEventListener('offline', this.onNetwork);
    clearTimeout(this.silence);
    clearTimeout(this.again);
    this.trace?.close();
    this.trace = undefined;
    this.watch?.end();
    this.watch = undefined;
    const { journal } = this;
    this.journal = undefined;
    void journal?.flush().finally(() => journal.disconnect());
  }

  private keep(journal: Journal): void {
    this.journal = journal;
    if (this.dataset.trace) {
      this.trace = new Trace(this, this.dataset.trace, journal.work, this.dataset.ticket ?? '', journal.device);
    }
    this.marks = new Marks(journal);
    this.loaded = false;
    this.questions.forEach((question) => journal.shown(question.key, question.revision));
    journal.addEventListener('state', () => this.refresh());
    journal.addEventListener('receipt', () => this.refresh());
    journal.addEventListener('expired', () => this.dispatchEvent(new CustomEvent('quiz-expired')));
    journal.addEventListener('replaced', (event) => this.replaced((event as CustomEvent<Entry>).detail));
    journal.addEventListener('out-of-turn', (event) => this.missed((event as CustomEvent<OutOfTurn>).detail));
    let early: Entry[] | undefined = [];
    journal.addEventListener('conflict', (event) => {
      const entry = (event as CustomEvent<Entry>).detail;
      if (early) {
        early.push(entry);
      } else {
        this.conflict(entry);
      }
    });
    const watch = new Watch(this.dataset.ticket ?? '');
    this.watch = watch;
    watch.addEventListener('heard', (event) => this.heard((event as CustomEvent<Heard>).detail));
    void journal.load().then(({ fields }) => {
      for (const question of this.questions) {
        const content = fields.get(question.key);
        if (content !== undefined && !this.touched.has(question.key)) {
          question.content = content;
        }
      }
      this.marks.load(fields);
      if (this.pages.forced && this.marks.place > this.current) {
        this.show(this.marks.place, false);
      }
      // Both answers can be shown now.
      const conflicts = early ?? [];
      early = undefined;
      if (this.journal === journal) {
        this.loaded = true;
        conflicts.forEach((entry) => this.conflict(entry));
        this.refresh();
      }
    });
    watch.begin();
  }

  /** How the attempt stands at the server, also by what was done on other devices. */
  private heard(heard: Heard): void {
    this.clock?.heard(heard);
    if (!this.loaded) {
      return;
    }
    if (!heard.closed) {
      void this.journal?.heard(heard.revision);
      this.questions.forEach(({ files }) => void files?.look());
    } else if (!this.over && !this.handed) {
      void this.ended();
    }
  }

  /** It was submitted on another device, or the server has ended it: what was typed here and never sent is told, and the result shown. */
  private async ended(): Promise<void> {
    this.handed = true;
    this.rest(true);
    this.say(this.texts.ended);
    await this.journal?.flush();
    await this.hand();
  }

  /** Another device has saved what this one had not seen, and nothing was changed here meanwhile. */
  private replaced(entry: Entry): void {
    const at = this.questions.findIndex(({ key }) => key === entry.field);
    const question = this.questions[at];
    if (question && question.content !== entry.content) {
      question.content = entry.content;
      this.say(fill(this.texts.replaced, at + 1, time(new Date(entry.savedAt))));
    } else if (!question) {
      this.marks.take(entry.field, entry.content);
      if (this.pages.forced && this.marks.place > this.current) {
        this.show(this.marks.place, false);
      }
    }
    this.refresh();
  }

  /** What was said of a missing network does not stand when it is back. */
  private network(): void {
    if (navigator.onLine && this.over) {
      void this.end();
    } else if (navigator.onLine) {
      this.say('');
    }
    this.refresh();
  }

  private clicked(event: Event): void {
    const act = (event.target as Element).closest<HTMLElement>(ACTS);
    if (!act || !this.contains(act)) {
      return;
    }
    if (act.dataset.go) {
      this.show(Number(act.dataset.go), true);
    } else if (act.matches('[data-flag]')) {
      this.flag(act);
    } else if (act.matches('[data-previous]')) {
      this.show(this.current - 1, true);
    } else if (act.matches('[data-next]')) {
      this.show(act.dataset.next === 'look' ? this.questions.length : this.current + 1, true);
    } else if (act.matches('[data-back]')) {
      this.show(this.questions.length - 1, true);
    } else {
      void this.submit();
    }
  }

  private flag(button: HTMLElement): void {
    const question = button.closest<CollegiumQuestion>('c-question');
    if (question) {
      this.marks.toggle(question.key);
      this.refresh();
    }
  }

  /** What is typed leaves after a pause, what is chosen at once. */
  private changed(event: CustomEvent<{ chosen: boolean }>): void {
    const question = event.target as CollegiumQuestion;
    const { journal } = this;
    if (question.files) {
      this.refresh();
      return;
    }
    this.touched.add(question.key);
    const kept = journal?.save(question.key, question.content);
    this.refresh();
    if (event.detail.chosen) {
      void kept?.then(() => journal?.flush());
    }
  }

  /** Shows a question by its index, or the last look after them. */
  private show(index: number, focus: boolean): void {
    this.current = Math.max(0, Math.min(index, this.questions.length));
    void this.journal?.flush();
    this.pages.show(this.current);
    // Told at once, so that it is sent before the answers that follow.
    if (this.pages.forced) {
      this.marks.reach(this.current);
    }
    this.say('');
    this.refresh();
    if (focus) {
      this.pages.focus(this.current);
    }
  }

  /** Everything that the page says of the answers, said anew. */
  private refresh(): void {
    if (!this.isConnected) {
      return;
    }
    const fates = this.questions.map((question) => this.fateOf(question));
    const answered = this.questions.map((question) => question.answered);
    this.questions.forEach((question, at) => {
      const saved = this.savedAt(question);
      const fate = fates[at]!;
      question.say(fate, fate === 'unknown' ? '' : fill(this.texts.fates[fate], saved ? time(saved) : ''));
      showHere(question, this.texts);
    });
    const flagged = this.questions.map(({ key }) => this.marks.flagged(key));
    showSteps(this, this.texts, fates, answered, flagged, this.pages.all ? -1 : this.current);
    showFlags(this, this.questions, flagged);
    const count = answered.filter(Boolean).length;
    this.found('.quiz-count').textContent = this.texts.answered[count] ?? '';
    const open = answered.length - count;
    this.found('.quiz-open').textContent = open === 0 ? this.texts.lookAll : (this.texts.lookSome[open] ?? '');
    showLines(this, 'quiz-unanswered', answered.map((given) => !given));
    this.overall(fates);
    if (this.journal) {
      const receipts = this.questions.map((question) => this.journal?.receiptOf(question.key));
      showReceipts(this.found('.quiz-receipts ol'), this.texts, receipts);
    }
  }

  private fateOf(question: CollegiumQuestion): Fate {
    if (question.files) {
      return question.files.fate;
    }
    if (!this.journal) {
      return 'trial';
    }
    const before = question.dataset.saved ? 'saved' : 'none';
    return this.journal.stateOf(question.key) ?? (this.loaded ? before : 'unknown');
  }

  private savedAt(question: CollegiumQuestion): Date | undefined {
    if (question.files) {
      return question.files.savedAt;
    }
    const at = this.journal?.receiptOf(question.key)?.at ?? question.dataset.saved;
    return at ? new Date(at) : undefined;
  }

  /** Each key that is saved would be too much to hear: trouble is told, and its end. */
  private overall(fates: Fate[]): void {
    const fate = this.overallOf(fates);
    const saved = this.questions.map((question) => this.savedAt(question)?.getTime() ?? 0);
    const words =
      fate === 'unknown'
        ? ''
        : fate === 'offline'
          ? (this.texts.offline[fates.filter((each) => each === 'waiting' || isTrouble(each)).length] ?? '')
          : fill(this.texts.all[fate], fate === 'saved' ? time(new Date(Math.max(...saved))) : this.conflicts(fates));
    const line = this.found('.quiz-saving');
    line.dataset.state = fate;
    this.found('.quiz-saving-words').textContent = words;
    this.found('.quiz-to-result').hidden = fate !== 'closed';
    if (fate !== 'waiting' && fate !== 'unknown' && fate !== this.told) {
      // Where the question is shown, it is heard there that it was changed on two devices.
      const heard = fate === 'conflict' && this.questions.every(({ hidden }, at) => fates[at] !== 'conflict' || !hidden);
      if (this.told !== '' && !heard && (isTrouble(fate) || isTrouble(this.told))) {
        this.found('.quiz-spoken').textContent = words;
      }
      this.told = fate;
    }
  }

  private overallOf(fates: Fate[]): Fate {
    const { journal } = this;
    if (!journal) {
      return 'trial';
    }
    if (journal.state === 'closed' || (journal.unsavedFields > 0 && (journal.state === 'full' || journal.state === 'refused'))) {
      return journal.state;
    }
    if (!navigator.onLine || (journal.state === 'offline' && journal.unsavedFields > 0)) {
      return 'offline';
    }
    if (fates.includes('conflict')) {
      return 'conflict';
    }
    if (journal.unsavedFields > 0 || fates.includes('waiting')) {
      return 'waiting';
    }
    if (fates.includes('offline')) {
      return 'offline';
    }
    return !this.loaded ? 'unknown' : fates.includes('saved') ? 'saved' : 'none';
  }

  /** The numbers of the questions that were changed on two devices. */
  private conflicts(fates: Fate[]): string {
    return fates.flatMap((fate, at) => (fate === 'conflict' ? [at + 1] : [])).join(', ');
  }

  private conflict(entry: Entry): void {
    const { journal } = this;
    const question = this.questions.find(({ key }) => key === entry.field);
    if (!journal || !question) {
      void this.marks.settle(entry.field, entry.content).then(() => this.refresh());
      return;
    }
    if (this.pages.forced && this.questions.indexOf(question) < this.current) {
      // One has gone on here, and there is no way back to say which counts.
      const content = question.content;
      void journal.takeTheirs(entry.field).then(() => {
        this.missed({ field: entry.field, content, kept: entry.content, step: this.current });
      });
      return;
    }
    tellConflict(question, entry, this.texts, {
      mine: () => void journal.keepMine(entry.field).then(() => this.refresh()),
      theirs: () =>
        void journal.takeTheirs(entry.field).then((content) => {
          question.content = content ?? question.content;
          this.refresh();
        }),
    });
    this.refresh();
  }

  /** A question was left, perhaps on another device, before this answer came: what counts is shown, and what does not is told. */
  private missed({ field, content, kept, step }: OutOfTurn): void {
    const at = this.questions.findIndex(({ key }) => key === field);
    const question = this.questions[at];
    if (!question) {
      return;
    }
    question.content = kept ?? '[]';
    this.marks.heard(step);
    if (step > this.current) {
      this.show(step, false);
    }
    this.refresh();
    this.say(fill(this.texts.outOfTurn, at + 1, question.inWords(content) || this.texts.noAnswer));
  }

  /** The clock has ended. What was typed is saved while the server still takes it; then the attempt ends, here or by the server. */
  private async end(): Promise<void> {
    clearTimeout(this.again);
    this.over = true;
    this.rest(true);
    this.say(this.texts.over);
    await Promise.race([
      Promise.all([this.journal?.saved(), this.filesSettled()]),
      new Promise((resolve) => setTimeout(resolve, LAST_SAVES)),
    ]);
    await this.hand();
  }

  /** First everything is saved; what cannot be saved keeps the attempt open. Work that has ended is submitted as it is. */
  private async submit(): Promise<void> {
    const { journal, texts } = this;
    if (this.questions.some(({ files }) => files?.pending)) {
      const offline = this.questions.some(({ files }) => files?.fate === 'offline');
      this.tell(offline ? texts.notSubmitted.offline : texts.filesUnderWay);
      return;
    }
    if (journal && journal.state !== 'closed') {
      this.say(journal.unsavedFields > 0 ? texts.fates.waiting : '');
      const saved = await journal.saved();
      const ended = (journal.state as string) === 'closed';
      if (!saved && !ended) {
        const conflicts = this.questions.some((question) => journal.stateOf(question.key) === 'conflict');
        this.tell(
          journal.state === 'offline'
            ? texts.notSubmitted.offline
            : conflicts
              ? texts.notSubmitted.conflict
              : texts.notSubmitted.unsaved,
        );
        return;
      }
    }
    this.say(texts.submitting);
    await this.hand();
  }

  private async filesSettled(): Promise<void> {
    await Promise.all(this.questions.map((question) => question.files?.settled()));
  }

  private async hand(): Promise<void> {
    const { journal, texts } = this;
    this.handed = true;
    this.rest(true);
    await this.trace?.flush();
    const server = await atServer();
    if (!this.isConnected) {
      return;
    }
    if (server !== 'here') {
      this.tell(texts.notSubmitted.offline);
      if (server === 'signed-out') {
        // Everything is saved; whoever signs in comes back to it.
        location.reload();
      }
      return;
    }
    this.silence = window.setTimeout(() => this.tell(texts.notSubmitted.silent), LONGEST_SUBMITTING);
    const answers = journal ? {} : Object.fromEntries(this.questions.map(({ key, content }) => [key, content]));
    const event = this.over ? 'quiz-over' : 'quiz-submit';
    this.dispatchEvent(new CustomEvent(event, { detail: { answers: JSON.stringify(answers) } }));
  }

  /** It did not come to submitting. */
  private tell(sentence: string): void {
    clearTimeout(this.silence);
    this.handed = false;
    if (this.over) {
      this.say(this.texts.overOffline);
      this.again = window.setTimeout(() => void this.end(), AGAIN);
      return;
    }
    this.rest(false);
    this.say(sentence);
  }

  /** While it is submitted nothing changes any more; what is said can still be heard. */
  private rest(resting: boolean): void {
    this.querySelectorAll<HTMLElement>('.quiz-steps, .quiz-middle, .quiz-foot').forEach((part) => (part.inert = resting));
  }

  /** Its place is there all the time: what stands in one that was hidden before is not heard everywhere. */
  private say(sentence: string): void {
    this.found('.quiz-told').textContent = sentence;
  }

  private found(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }
}

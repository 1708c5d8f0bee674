import { Queue, type Waiting } from './queue';

export const ADDRESS = '/journal/entries';
const VERSIONS = '/journal/versions';
const PAUSE = 400;
const LONGEST_PAUSE = 30_000;
const LONGEST_READING = 15_000;
const MOST_SAVES = 50;
const MOST_TURNS = 3;
const MOST_CHARACTERS = 3_000_000;
const DEVICE = 'collegium-device';
const LONGEST_CLAIMING = 1_000;
/** For so long the page before in this tab may still hold what it held. */
const LONGEST_LEAVING = 300;

/** An entry as the server has it. */
export interface Entry {
  readonly revision: number;
  readonly field: string;
  readonly key: string;
  readonly device: string;
  readonly sequence: number;
  readonly content: string;
  readonly sha256: string;
  readonly savedAt: string;
}

/** What the work was at the end of a minute in which it changed. */
export interface Version {
  readonly revision: number;
  readonly savedAt: string;
  readonly fields: string[];
  readonly devices: string[];
}

/** A change of a field that is filled in before or after another one, and whose turn it is not; it is kept nowhere any more. */
export interface OutOfTurn {
  readonly field: string;
  /** What was to be saved. */
  readonly content: string;
  /** What the server has; undefined when it has nothing. */
  readonly kept: string | undefined;
  /** The number of the field whose turn it is, from 0. */
  readonly step: number;
}

/** What a receipt says: kept in the database at this time, with this hash. */
export interface Receipt {
  readonly field: string;
  readonly revision: number;
  readonly at: string;
  readonly sha256: string;
}

/** saved: nothing waits. waiting: on its way. offline: kept here, sent when the network is back. */
export type JournalState = 'saved' | 'waiting' | 'offline' | 'conflict' | 'closed' | 'full' | 'refused';

interface Outcome {
  readonly kind: 'kept' | 'superseded' | 'conflict' | 'full' | 'out-of-turn';
  readonly outcome: { key: string; revision: number; at: string; sha256: string; latest: Entry; step: number };
}

/**
 * Saves what somebody works on. A change is in IndexedDB when save() has resolved and in the server's database when its
 * receipt has come; what waits is sent again across reloads, lost networks and servers that die.
 *
 * Events: state (the state has changed), receipt (detail: Receipt), conflict (detail: Entry of the other device, to be
 * settled with keepMine or takeTheirs), replaced (detail: Entry of another device, where nothing waits here), out-of-turn (detail: OutOfTurn), expired (the ticket is not good any more: set another one with renew).
 */
export class Journal extends EventTarget {
  private readonly queue: Queue;
  readonly device = deviceOfThisTab();
  private readonly revisions = new Map<string, number>();
  private readonly theirs = new Map<string, Entry>();
  /** The key of the last change of each field that is not acknowledged. */
  private readonly unsaved = new Map<string, string>();
  private readonly kept = new Map<string, Receipt>();
  /** The keys of changes that are on their way into the queue, and until when. */
  private readonly writing = new Map<string, Promise<void>>();
  private readonly sending = new Set<string>();
  /** All that the server has kept up to this revision is known here. */
  private seen = 0;
  private current: JournalState = 'saved';
  private last = 0;
  private pause = PAUSE;
  private timer: number | undefined;
  private busy: Promise<void> | undefined;
  /** Sending was asked for while it was under way, perhaps for what it had not seen. */
  private more = false;
  private drift = 0;
  private readonly onNetwork = () => this.soon(0);
  private readonly onHide = () => document.visibilityState === 'hidden' && void this.flush();
  private readonly onLeave = () => void this.flush();

  constructor(
    readonly work: string,
    private ticket: string,
  ) {
    super();
    this.queue = new Queue(work);
    window.addEventListener('online', this.onNetwork);
    document.addEventListener('visibilitychange', this.onHide);
    window.addEventListener('pagehide', this.onLeave);
  }

  /** Stops sending from this page; what waits stays for the next one. */
  disconnect(): void {
    clearTimeout(this.timer);
    window.removeEventListener('online', this.onNetwork);
    document.removeEventListener('visibilitychange', this.onHide);
    window.removeEventListener('pagehide', this.onLeave);
  }

  get state(): JournalState {
    return this.current;
  }

  /** How many fields hold a change that is not acknowledged. */
  get unsavedFields(): number {
    return this.unsaved.size;
  }

  /** How the last change of a field fares; undefined when nobody ever changed it. */
  stateOf(field: string): JournalState | undefined {
    if (this.theirs.has(field)) {
      return 'conflict';
    }
    if (!this.unsaved.has(field)) {
      return this.kept.has(field) ? 'saved' : undefined;
    }
    return this.current === 'saved' || this.current === 'conflict' ? 'waiting' : this.current;
  }

  /** What the server last acknowledged of a field, on any device. */
  receiptOf(field: string): Receipt | undefined {
    return this.kept.get(field);
  }

  /** What the page itself shows of a field is this revision: whoever changes it has seen that one. */
  shown(field: string, revision: number): void {
    this.revisions.set(field, Math.max(revision, this.revisions.get(field) ?? 0));
  }

  /** The server's time, as far as its last answer tells. */
  get now(): Date {
    return new Date(Date.now() + this.drift);
  }

  /**
   * The latest content of each field: the server's, and over it what still waits here. Without a network, or when the server
   * does not answer, only what waits here; known says which it was. Conflicts that were not settled before are told again.
   */
  async load(): Promise<{ known: boolean; fields: Map<string, string> }> {
    const waiting = await this.queue.all();
    const fields = new Map<string, string>();
    let known = false;
    try {
      const response = await this.request('GET');
      known = response.ok;
      if (known) {
        const entries = ((await response.json()) as { entries: Entry[] }).entries;
        for (const entry of entries) {
          this.loaded(entry, waiting);
          fields.set(entry.field, entry.content);
        }
      }
    } catch {
      this.become('offline');
    }
    const typedSince = new Set(this.unsaved.keys());
    waiting.forEach((change) => {
      fields.set(change.field, change.content);
      if (!typedSince.has(change.field)) {
        this.unsaved.set(change.field, change.key);
      }
    });
    this.last = Math.max(this.last, ...waiting.map((change) => change.sequence));
    if (waiting.length > 0) {
      this.become('waiting');
      this.soon(0);
    }
    return { known, fields };
  }

  private loaded(entry: Entry, waiting: Waiting[]): void {
    const { field, revision, savedAt, sha256 } = entry;
    this.seen = Math.max(this.seen, revision);
    if (entry.device === this.device) {
      // The clock of this computer may have been set back since.
      this.last = Math.max(this.last, entry.sequence);
    }
    if (revision >= (this.kept.get(field)?.revision ?? 0)) {
      this.kept.set(field, { field, revision, at: savedAt, sha256 });
    }
    if (waiting.some((change) => change.field === field && change.conflict)) {
      this.theirs.set(field, entry);
      this.tell('conflict', entry);
    } else if (!this.unsaved.has(field)) {
      // What was typed since the page came was typed without having seen this.
      this.shown(field, revision);
    }
  }

  /**
   * The server has kept this revision, perhaps from another device: what is not known here is fetched and told. What was changed here
   * meanwhile stays, and is a conflict when it is sent.
   */
  async heard(revision: number): Promise<void> {
    if (revision <= this.seen || this.busy) {
      return;
    }
    let entries: Entry[];
    try {
      const response = await this.request('GET');
      if (!response.ok) {
        return;
      }
      entries = ((await response.json()) as { entries: Entry[] }).entries;
    } catch {
      return;
    }
    this.seen = Math.max(this.seen, revision);
    for (const entry of entries) {
      const { field, savedAt, sha256 } = entry;
      if (entry.revision > (this.revisions.get(field) ?? 0) && !this.unsaved.has(field) && !this.theirs.has(field)) {
        this.shown(field, entry.revision);
        this.kept.set(field, { field, revision: entry.revision, at: savedAt, sha256 });
        this.tell('replaced', entry);
      }
    }
  }

  /** Takes a change; resolved when a reload would not lose it. A change of the same field that has not left yet is replaced. */
  async save(field: string, content: string): Promise<void> {
    const key = crypto.randomUUID();
    this.unsaved.set(field, key);
    // At once: what is not even in the queue yet is not saved.
    if (this.current === 'saved' || this.current === 'full') {
      this.become('waiting');
    }
    await this.written(key, this.replaced(key, field, content));
    this.soon(this.pause);
  }

  private async replaced(key: string, field: string, content: string): Promise<void> {
    const earlier = (await this.queue.all()).find((change) => change.field === field && !this.sending.has(change.key));
    await this.queue.put(
      {
        key,
        work: this.work,
        field,
        device: this.device,
        sequence: this.next(earlier?.sequence),
        base: earlier && !earlier.conflict ? earlier.base : (this.revisions.get(field) ?? 0),
        content,
        conflict: earlier?.conflict,
      },
      earlier?.key,
    );
  }

  private async written(key: string, writing: Promise<void>): Promise<void> {
    this.writing.set(key, writing);
    try {
      await writing;
    } finally {
      this.writing.delete(key);
    }
  }

  /** Settles a conflict: what was typed here counts, what the other device saved stays in the history. */
  async keepMine(field: string): Promise<void> {
    const base = this.theirs.get(field)?.revision ?? 0;
    for (const change of await this.queue.all()) {
      if (change.field === field && change.conflict) {
        const key = crypto.randomUUID();
        this.unsaved.set(field, key);
        await this.written(
          key,
          this.queue.put(
            { ...change, key, device: this.device, sequence: this.next(), base, conflict: false },
            change.key,
          ),
        );
      }
    }
    this.settled(field);
  }

  /** Settles a conflict: what the other device saved counts; returns it. */
  async takeTheirs(field: string): Promise<string | undefined> {
    const entry = this.theirs.get(field);
    const mine = (await this.queue.all()).filter((change) => change.field === field && change.conflict);
    await this.queue.remove(mine.map((change) => change.key));
    if (entry) {
      this.revisions.set(field, entry.revision);
      this.kept.set(field, { field, revision: entry.revision, at: entry.savedAt, sha256: entry.sha256 });
    }
    this.unsaved.delete(field);
    this.settled(field);
    return entry?.content;
  }

  /** What the work was earlier, the latest first. */
  async versions(offset: number, limit: number): Promise<Version[]> {
    const response = await this.request('GET', undefined, `${VERSIONS}?offset=${offset}&limit=${limit}`);
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    return ((await response.json()) as { versions: Version[] }).versions;
  }

  /** The content of each field in a version. */
  async version(revision: number): Promise<Entry[]> {
    const response = await this.request('GET', undefined, `${VERSIONS}/${revision}`);
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    return ((await response.json()) as { entries: Entry[] }).entries;
  }

  /** Another ticket for the same work. */
  renew(ticket: string): void {
    this.ticket = ticket;
    this.soon(0);
  }

  /** Sends what waits; resolved when all of it is acknowledged or has to wait. One tab sends at a time. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.busy) {
      this.more = true;
      return this.busy;
    }
    this.busy = this.locked(() => this.sendAll()).finally(() => {
      this.busy = undefined;
      if (this.more) {
        this.more = false;
        this.soon(0);
      }
    });
    return this.busy;
  }

  /** Sends all that waits; resolved with whether everything is acknowledged. */
  async saved(): Promise<boolean> {
    for (let turn = 0; turn < MOST_TURNS && this.unsaved.size > 0; turn++) {
      await this.flush();
      if (this.current !== 'saved' && this.current !== 'waiting') {
        break;
      }
    }
    return this.unsaved.size === 0;
  }

  private async locked(work: () => Promise<void>): Promise<void> {
    return navigator.locks ? navigator.locks.request(`journal-${this.work}`, work) : work();
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      // What was typed before this began is sent with it.
      await Promise.allSettled(this.writing.values());
      const queued = [...this.unsaved].filter(([, key]) => !this.writing.has(key));
      const waiting = await this.queue.all();
      await this.sentElsewhere(queued, waiting);
      const next = firstOf(waiting.filter((change) => !change.conflict));
      if (next.length === 0) {
        this.become(waiting.length > 0 ? 'conflict' : this.writing.size > 0 ? 'waiting' : 'saved');
        return;
      }
      if (!(await this.send(next))) {
        return;
      }
    }
  }

  /** Another tab, or this page before it was moved, may have sent what waited. */
  private async sentElsewhere(queued: [string, string][], waiting: Waiting[]): Promise<void> {
    const left = new Set(waiting.map(({ key }) => key));
    const gone = queued.filter(([field, key]) => !left.has(key) && this.unsaved.get(field) === key);
    if (gone.length === 0) {
      return;
    }
    gone.forEach(([field]) => this.unsaved.delete(field));
    try {
      const response = await this.request('GET');
      const entries = response.ok ? ((await response.json()) as { entries: Entry[] }).entries : [];
      for (const { field, revision, key, savedAt, sha256 } of entries) {
        if (gone.some(([, sent]) => sent === key)) {
          this.shown(field, revision);
          this.kept.set(field, { field, revision, at: savedAt, sha256 });
          this.tell('receipt', this.kept.get(field));
        }
      }
    } catch {
      // Their receipts are had when the work is opened again.
    }
  }

  /** Whether to go on. */
  private async send(changes: Waiting[]): Promise<boolean> {
    changes.forEach((change) => this.sending.add(change.key));
    try {
      const response = await this.request('POST', JSON.stringify({ saves: changes.map(toSave) }));
      if (!response.ok) {
        return this.refused(response);
      }
      const answer = (await response.json()) as { at: string; outcomes: Outcome[] };
      this.drift = Date.parse(answer.at) - Date.now();
      this.pause = PAUSE;
      return await this.take(changes, answer.outcomes);
    } catch {
      this.again('offline');
      return false;
    } finally {
      changes.forEach((change) => this.sending.delete(change.key));
    }
  }

  private async take(changes: Waiting[], outcomes: Outcome[]): Promise<boolean> {
    const done: string[] = [];
    let full = false;
    for (const [index, { kind, outcome }] of outcomes.entries()) {
      const change = changes[index];
      if (kind === 'kept' || kind === 'superseded') {
        done.push(change.key);
        this.revisions.set(change.field, outcome.revision);
        this.seenNext(kind === 'kept' ? outcome.revision : 0);
        if (this.unsaved.get(change.field) === change.key) {
          this.unsaved.delete(change.field);
        }
        if (kind === 'kept') {
          const { revision, at, sha256 } = outcome;
          this.kept.set(change.field, { field: change.field, revision, at, sha256 });
          this.tell('receipt', { field: change.field, revision, at, sha256 });
        }
      } else if (kind === 'out-of-turn') {
        done.push(change.key);
        this.missed(change, outcome.latest ?? undefined, outcome.step);
      } else if (kind === 'conflict') {
        await this.queue.put({ ...change, conflict: true });
        this.theirs.set(change.field, outcome.latest);
        this.tell('conflict', outcome.latest);
      } else {
        full = true;
      }
    }
    await this.queue.remove(done);
    if (full) {
      this.become('full');
    }
    return !full;
  }

  /** Its own saves need not be fetched, unless others came between them. */
  private seenNext(revision: number): void {
    if (revision === this.seen + 1) {
      this.seen = revision;
    }
  }

  private missed(change: Waiting, latest: Entry | undefined, step: number): void {
    if (this.unsaved.get(change.field) === change.key) {
      this.unsaved.delete(change.field);
    }
    if (latest) {
      const { field, revision, savedAt, sha256 } = latest;
      this.revisions.set(field, revision);
      this.kept.set(field, { field, revision, at: savedAt, sha256 });
    }
    const missed: OutOfTurn = { field: change.field, content: change.content, kept: latest?.content, step };
    this.tell('out-of-turn', missed);
  }

  private refused({ status, headers }: Response): boolean {
    if (status === 401) {
      this.become('waiting');
      this.tell('expired', undefined);
    } else if (status === 410) {
      this.become('closed');
    } else if (status === 400 || status === 413) {
      this.become('refused');
    } else if (status === 429) {
      this.again('waiting', 1_000 * (Number(headers.get('Retry-After')) || 1));
    } else {
      this.again('offline');
    }
    return false;
  }

  /** @param least how long the server asks to wait, in milliseconds */
  private again(state: JournalState, least = 0): void {
    this.become(state);
    this.pause = Math.min(Math.max(this.pause * 2, least), LONGEST_PAUSE);
    this.soon(this.pause * (0.75 + Math.random() / 2));
  }

  private soon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), delay);
  }

  private request(method: string, body?: string, address = ADDRESS): Promise<Response> {
    return fetch(address, {
      method,
      body,
      headers: { Authorization: `Bearer ${this.ticket}`, 'Content-Type': 'application/json' },
      credentials: 'omit',
      signal: method === 'GET' ? AbortSignal.timeout(LONGEST_READING) : undefined,
      cache: 'no-store',
      // So that a short save still leaves when the page is closed; browsers allow it up to 64 KB.
      keepalive: (body?.length ?? 0) < 30_000,
    });
  }

  private next(earlier = 0): number {
    this.last = Math.max(this.last + 1, earlier + 1, Date.now());
    return this.last;
  }

  private settled(field: string): void {
    this.theirs.delete(field);
    this.become('waiting');
    this.soon(0);
  }

  private become(state: JournalState): void {
    if (state !== this.current) {
      this.current = state;
      this.tell('state', state);
    }
  }

  private tell(event: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }
}

/** As many of the first changes as one request may take. */
export function firstOf(changes: Waiting[]): Waiting[] {
  const first: Waiting[] = [];
  let characters = 0;
  for (const change of changes.slice(0, MOST_SAVES)) {
    characters += change.content.length;
    if (first.length > 0 && characters > MOST_CHARACTERS) {
      break;
    }
    first.push(change);
  }
  return first;
}

export function toSave({ key, field, device, sequence, base, content }: Waiting): object {
  return { key, field, device, sequence, base, content };
}

/** Of this tab, also after a reload: two tabs are two devices, so that neither overwrites the other unseen. */
function deviceOfThisTab(): string {
  const known = sessionStorage.getItem(DEVICE);
  if (known) {
    return known;
  }
  const made = crypto.randomUUID();
  sessionStorage.setItem(DEVICE, made);
  return made;
}

/** A tab that was made by duplicating another one has its storage too, but is another device: the other is still there. */
async function becomeADevice(): Promise<void> {
  const loaded = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
  const ours = await heldAsLongAsThisPage(deviceOfThisTab());
  // The page that was loaded again may not be quite gone.
  if (!ours && loaded?.type !== 'reload') {
    sessionStorage.removeItem(DEVICE);
    await heldAsLongAsThisPage(deviceOfThisTab());
  }
}

/** Whether nobody else holds it; where that cannot be known, nobody does. */
function heldAsLongAsThisPage(device: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (!navigator.locks) {
      resolve(true);
      return;
    }
    setTimeout(() => resolve(true), LONGEST_CLAIMING);
    navigator.locks
      .request(`${DEVICE}-${device}`, { signal: AbortSignal.timeout(LONGEST_LEAVING) }, () => {
        resolve(true);
        return new Promise<void>(() => {});
      })
      .catch((refused: Error) => resolve(refused.name !== 'TimeoutError'));
  });
}

// Before any journal is made, and once for all scripts of the page.
const page = globalThis as { collegiumDevice?: Promise<void> };
page.collegiumDevice ??= becomeADevice();
await page.collegiumDevice;

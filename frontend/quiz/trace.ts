/** What happens in an attempt beside answering, as the server reads it; `at` is by this browser's clock. */
interface Happened {
  readonly key: string;
  readonly kind: 'opened' | 'reloaded' | 'away' | 'pasted' | 'offline';
  readonly at: number;
  readonly question?: string;
  readonly seconds?: number;
  readonly characters?: number;
  readonly window: string;
}

const PAUSE = 3_000;
const LONGEST_PAUSE = 60_000;
/** The server takes no more; what does not fit is left out. */
const MOST_WAITING = 300;
const MOST_AT_ONCE = 40;
/** The works that this page has told of. */
const told = new Set<string>();
/** Who looks at the clock of their desktop was not away. */
const SHORTEST_AWAY = 2_000;

/**
 * Tells what happens in an attempt whose quiz asks for it: that the window was not in front and how long, that text was pasted, how
 * long and into which question, that there was no network, that the page was loaded again. Never what was pasted or typed. What
 * cannot be sent waits in this browser and is sent once, however often it is tried.
 */
export class Trace {
  private waiting: Happened[];
  private timer: number | undefined;
  private pause = PAUSE;
  private awaySince: number | undefined;
  private offlineSince: number | undefined;
  private busy = false;
  private ended = false;
  private readonly place: string;
  private readonly onFocus = () => this.look();
  private readonly onNetwork = () => this.network();
  private readonly onLeave = () => void this.send();
  private readonly onPaste = (event: Event) => this.pasted(event as ClipboardEvent);

  constructor(
    private readonly root: HTMLElement,
    private readonly address: string,
    work: string,
    private ticket: string,
    private readonly window: string,
  ) {
    this.place = `collegium-trace:${work}`;
    this.waiting = read(this.place);
    const seen = `${this.place}:seen`;
    // Moved within the page, or opened again in it, it is the same page; the server knows when it gave one.
    if (!told.has(work)) {
      told.add(work);
      this.add({ kind: read<string>(seen).includes(window) ? 'reloaded' : 'opened' });
      write(seen, [window]);
    }
    if (!navigator.onLine) {
      this.offlineSince = Date.now();
    }
    document.addEventListener('visibilitychange', this.onFocus);
    globalThis.addEventListener('blur', this.onFocus);
    globalThis.addEventListener('focus', this.onFocus);
    globalThis.addEventListener('online', this.onNetwork);
    globalThis.addEventListener('offline', this.onNetwork);
    globalThis.addEventListener('pagehide', this.onLeave);
    root.addEventListener('paste', this.onPaste);
  }

  /** Nothing is noticed any more; what waits is sent, now or when the attempt is opened again. */
  close(): void {
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.onFocus);
    globalThis.removeEventListener('blur', this.onFocus);
    globalThis.removeEventListener('focus', this.onFocus);
    globalThis.removeEventListener('online', this.onNetwork);
    globalThis.removeEventListener('offline', this.onNetwork);
    globalThis.removeEventListener('pagehide', this.onLeave);
    this.root.removeEventListener('paste', this.onPaste);
    this.back();
    void this.send();
    this.ended = true;
  }

  renew(ticket: string): void {
    this.ticket = ticket;
    this.soon(0);
  }

  /** Everything so far, before the attempt ends; it waits for nothing that may be long. */
  async flush(): Promise<void> {
    this.back();
    await Promise.race([this.send(), new Promise((resolve) => setTimeout(resolve, 1_500))]);
  }

  private look(): void {
    if (document.visibilityState === 'visible' && document.hasFocus()) {
      this.back();
    } else {
      this.awaySince ??= Date.now();
    }
  }

  private back(): void {
    const since = this.awaySince;
    this.awaySince = undefined;
    if (since !== undefined && Date.now() - since >= SHORTEST_AWAY) {
      this.add({ kind: 'away', seconds: secondsSince(since) }, since);
    }
  }

  private network(): void {
    if (!navigator.onLine) {
      this.offlineSince ??= Date.now();
    } else if (this.offlineSince !== undefined) {
      this.add({ kind: 'offline', seconds: secondsSince(this.offlineSince) }, this.offlineSince);
      this.offlineSince = undefined;
    }
  }

  private pasted(event: ClipboardEvent): void {
    const question = (event.target as Element).closest<HTMLElement & { key: string }>('c-question');
    const characters = event.clipboardData?.getData('text/plain').length ?? 0;
    if (question && characters > 0) {
      this.add({ kind: 'pasted', question: question.key, characters });
    }
  }

  private add(what: Pick<Happened, 'kind' | 'question' | 'seconds' | 'characters'>, at = Date.now()): void {
    if (this.ended || this.waiting.length >= MOST_WAITING) {
      return;
    }
    this.waiting.push({ ...what, key: crypto.randomUUID(), at, window: this.window });
    write(this.place, this.waiting);
    this.soon(this.pause);
  }

  private soon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(), delay);
  }

  private async send(): Promise<void> {
    const next = this.waiting.slice(0, MOST_AT_ONCE);
    if (this.busy || next.length === 0) {
      return;
    }
    this.busy = true;
    try {
      const response = await fetch(this.address, {
        method: 'POST',
        body: JSON.stringify({ events: next.map(({ at, ...rest }) => ({ ...rest, ago: Math.max(0, Date.now() - at) })) }),
        headers: { Authorization: `Bearer ${this.ticket}`, 'Content-Type': 'application/json' },
        credentials: 'omit',
        cache: 'no-store',
        keepalive: true,
      });
      if (response.ok || [400, 410, 413].includes(response.status)) {
        // What is refused for good is not told again and again.
        const done = new Set(next.map(({ key }) => key));
        this.waiting = this.waiting.filter(({ key }) => !done.has(key));
        write(this.place, this.waiting);
        this.pause = PAUSE;
      } else {
        this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
      }
    } catch {
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    } finally {
      this.busy = false;
    }
    if (this.waiting.length > 0 && !this.ended) {
      this.soon(this.pause);
    }
  }
}

function secondsSince(since: number): number {
  return Math.round((Date.now() - since) / 1_000);
}

/** Some private windows keep nothing; then what waits is lost with the page. */
function read<T = Happened>(place: string): T[] {
  try {
    const kept: unknown = JSON.parse((place.endsWith(':seen') ? sessionStorage : localStorage).getItem(place) ?? '[]');
    return Array.isArray(kept) ? (kept as T[]) : [];
  } catch {
    return [];
  }
}

function write(place: string, kept: unknown[]): void {
  try {
    const store = place.endsWith(':seen') ? sessionStorage : localStorage;
    if (kept.length === 0) {
      store.removeItem(place);
    } else {
      store.setItem(place, JSON.stringify(kept));
    }
  } catch {
    return;
  }
}

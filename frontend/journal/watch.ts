const ADDRESS = '/journal/time';
/** While one sees the page, so that another device is heard of within seconds. */
const IN_VIEW = 5_000;
/** Else often enough for a clock. */
const OUT_OF_VIEW = 30_000;
const LONGEST = 30_000;
const PATIENCE = 10_000;

/** What the server says of a work: its own time, when saving ends, whether nothing is kept any more, and how many saves it has kept. */
export interface Told {
  readonly at: string;
  readonly ends: string | null;
  readonly closed: boolean;
  readonly revision: number;
}

/** With when it was asked and answered, by performance.now(). */
export interface Heard extends Told {
  readonly sent: number;
  readonly came: number;
}

/**
 * Asks the server how a work stands: one short request for the clock, for what other devices saved and for the end, never at the same
 * moment in all browsers that began together. Where nobody answers it asks less and less often.
 *
 * Event: heard (detail: Heard).
 */
export class Watch extends EventTarget {
  private timer: number | undefined;
  private asking: Promise<void> | undefined;
  private failures = 0;
  private going = false;
  private readonly onBack = () => document.visibilityState === 'visible' && void this.ask();

  constructor(private ticket: string) {
    super();
  }

  begin(): void {
    this.going = true;
    document.addEventListener('visibilitychange', this.onBack);
    window.addEventListener('online', this.onBack);
    window.addEventListener('focus', this.onBack);
    void this.ask();
  }

  end(): void {
    this.going = false;
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.onBack);
    window.removeEventListener('online', this.onBack);
    window.removeEventListener('focus', this.onBack);
  }

  renew(ticket: string): void {
    this.ticket = ticket;
  }

  /** Resolved when the answer was told, or when there is none. */
  ask(): Promise<void> {
    clearTimeout(this.timer);
    this.asking ??= this.asked().finally(() => {
      this.asking = undefined;
      if (this.going) {
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => void this.ask(), this.pause());
      }
    });
    return this.asking;
  }

  private pause(): number {
    const usual = document.visibilityState === 'visible' ? IN_VIEW : OUT_OF_VIEW;
    return Math.min(LONGEST, usual * 2 ** Math.min(this.failures, 5)) * (0.75 + Math.random() / 2);
  }

  private async asked(): Promise<void> {
    const sent = performance.now();
    try {
      const response = await fetch(ADDRESS, {
        headers: { Authorization: `Bearer ${this.ticket}` },
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE),
      });
      this.failures = response.ok ? 0 : this.failures + 1;
      if (response.ok) {
        const told = (await response.json()) as Told;
        const heard: Heard = { ...told, sent, came: performance.now() };
        this.dispatchEvent(new CustomEvent('heard', { detail: heard }));
      }
    } catch {
      this.failures++;
    }
  }
}

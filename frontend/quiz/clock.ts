const ADDRESS = '/journal/time';
const OFTEN = 30_000;
const PATIENCE = 10_000;
const TICK = 250;
const HIDDEN = 'collegium-clock-hidden';

interface Texts {
  readonly hide: string;
  readonly show: string;
  readonly over: string;
  readonly moved: string;
  /** By the minutes that are left. */
  readonly warnings: Record<string, string>;
}

interface Told {
  readonly at: string;
  readonly ends: string | null;
  readonly closed: boolean;
}

/**
 * The time that is left in an attempt, by the clock of the server. The browser's own clock may be wrong and may be changed while
 * one sits: only what has passed since the server was last asked is taken from the browser, and the server is asked again and
 * again; of its answers the quickest of late is believed.
 *
 * What is seen each second is no news to a screen reader; so much before the end it is said politely. Events, to the sitting
 * around it: clock-over (the time is up), quiz-clock (the server has told of another end).
 */
export class CollegiumClock extends HTMLElement {
  static readonly observedAttributes = ['data-due'];

  private texts: Texts = { hide: '', show: '', over: '', moved: '', warnings: {} };
  /** The server's time when performance.now() was 0. */
  private origin = 0;
  /** How unsure that is, in milliseconds; grows, since clocks drift and machines sleep. */
  private unsure = Infinity;
  private measured = 0;
  private due = NaN;
  private ends: string | null | undefined;
  private told = new Set<string>();
  private over = false;
  private ticking: number | undefined;
  private asking: number | undefined;
  private readonly onClick = (event: Event) => this.clicked(event);
  private readonly onBack = () => document.visibilityState === 'visible' && void this.ask();

  connectedCallback(): void {
    this.texts = JSON.parse(this.dataset.texts ?? '{}') as Texts;
    if (!Number.isFinite(this.unsure)) {
      // Until the server answers: its time when it made the page, which was a little ago.
      this.origin = Date.parse(this.dataset.now ?? '') - performance.now();
    }
    this.take();
    this.told = new Set(Object.keys(this.texts.warnings).filter((minutes) => this.left < Number(minutes) * 60_000));
    this.addEventListener('click', this.onClick);
    document.addEventListener('visibilitychange', this.onBack);
    window.addEventListener('online', this.onBack);
    this.hide(sessionStorage.getItem(HIDDEN) === 'true');
    this.ticking = window.setInterval(() => this.tick(), TICK);
    this.asking = window.setInterval(() => void this.ask(), OFTEN);
    void this.ask();
    this.tick();
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.onClick);
    document.removeEventListener('visibilitychange', this.onBack);
    window.removeEventListener('online', this.onBack);
    clearInterval(this.ticking);
    clearInterval(this.asking);
  }

  attributeChangedCallback(): void {
    this.take();
  }

  /** In milliseconds; below 0 when the time is up. */
  get left(): number {
    return this.due - (this.origin + performance.now());
  }

  /** The time is not up after all; as the server sees it, it is counted on. */
  goOn(): void {
    void this.ask().finally(() => (this.over = false));
  }

  private take(): void {
    const before = this.due;
    this.due = Date.parse(this.dataset.due ?? '');
    if (this.due > before) {
      this.over = false;
      this.told = new Set(Object.keys(this.texts.warnings).filter((minutes) => this.left < Number(minutes) * 60_000));
      this.warn(this.texts.moved);
    }
  }

  /** Asks the server what time it is and when the work ends; the answer was right at some time while it was under way. */
  private async ask(): Promise<void> {
    const ticket = this.closest<HTMLElement>('[data-ticket]')?.dataset.ticket;
    if (!ticket) {
      return;
    }
    const sent = performance.now();
    try {
      const response = await fetch(ADDRESS, {
        headers: { Authorization: `Bearer ${ticket}` },
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (response.ok) {
        this.heard((await response.json()) as Told, sent, performance.now());
      }
    } catch {
      // Counted on by what is known.
    }
  }

  private heard(told: Told, sent: number, came: number): void {
    const unsure = (came - sent) / 2;
    const age = Number.isFinite(this.unsure) ? (came - this.measured) / 1_000 : 0;
    const origin = Date.parse(told.at) - (sent + came) / 2;
    // One that is far off is right all the same: the machine has slept.
    if (unsure <= this.unsure + age || Math.abs(origin - this.origin) > unsure + this.unsure) {
      this.origin = origin;
      this.unsure = unsure;
      this.measured = came;
    }
    if (this.ends !== undefined && told.ends !== this.ends && !told.closed) {
      this.dispatchEvent(new CustomEvent('quiz-clock', { bubbles: true }));
    }
    this.ends = told.ends;
    if (told.closed && this.left > 0) {
      this.end();
    }
    this.tick();
  }

  private tick(): void {
    const { left } = this;
    if (this.over || Number.isNaN(left)) {
      return;
    }
    const seconds = Math.max(0, Math.ceil(left / 1_000));
    const words = this.querySelector('.quiz-clock-left')!;
    const now = clock(seconds);
    if (words.textContent !== now) {
      words.textContent = now;
    }
    this.dataset.state = left <= 60_000 ? 'last' : left <= 300_000 ? 'soon' : 'long';
    for (const [minutes, sentence] of Object.entries(this.texts.warnings)) {
      if (left <= Number(minutes) * 60_000 && !this.told.has(minutes)) {
        this.told.add(minutes);
        this.warn(sentence);
      }
    }
    if (left <= 0) {
      this.end();
    }
  }

  private end(): void {
    this.over = true;
    this.warn(this.texts.over);
    this.dispatchEvent(new CustomEvent('clock-over', { bubbles: true }));
  }

  private warn(sentence: string): void {
    const warning = this.querySelector('.quiz-clock-warning');
    if (warning) {
      warning.textContent = sentence;
    }
  }

  private clicked(event: Event): void {
    if ((event.target as Element).closest('.quiz-clock-toggle')) {
      this.hide(!this.classList.contains('quiz-clock-hidden'));
    }
  }

  /** What is said before the end is said all the same. */
  private hide(hidden: boolean): void {
    sessionStorage.setItem(HIDDEN, String(hidden));
    this.classList.toggle('quiz-clock-hidden', hidden);
    const toggle = this.querySelector('.quiz-clock-toggle');
    if (toggle) {
      toggle.textContent = hidden ? this.texts.show : this.texts.hide;
    }
  }
}

/** 1:02:03 or 2:03. */
function clock(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

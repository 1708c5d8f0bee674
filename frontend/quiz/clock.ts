import type { Heard } from '../journal/watch';

const TICK = 250;
/** So long a warning stands: later it would not be true any more. */
const STANDS = 45_000;
const HIDDEN = 'collegium-clock-hidden';

interface Texts {
  readonly hide: string;
  readonly show: string;
  readonly over: string;
  readonly moved: string;
  /** At so many minutes before the end it is said how much is left. */
  readonly warnings: number[];
  /** By the minutes that are left, from less than one. */
  readonly left: string[];
}

/**
 * The time that is left in an attempt, by the clock of the server. The browser's own clock may be wrong and may be changed while
 * one sits: only what has passed since the server was last asked is taken from the browser, and the sitting around asks the server
 * again and again; of its answers the quickest of late is believed.
 *
 * What is seen each second is no news to a screen reader; so much before the end it is said politely. Events, to the sitting
 * around it: clock-over (the time is up), quiz-clock (the server has told of another end).
 */
export class CollegiumClock extends HTMLElement {
  static readonly observedAttributes = ['data-due'];

  private texts: Texts = { hide: '', show: '', over: '', moved: '', warnings: [], left: [] };
  /** The server's time when performance.now() was 0. */
  private origin = 0;
  /** How unsure that is, in milliseconds; grows, since clocks drift and machines sleep. */
  private unsure = Infinity;
  private measured = 0;
  private due = NaN;
  private ends: string | null | undefined;
  private told = new Set<number>();
  private over = false;
  private ticking: number | undefined;
  private standing: number | undefined;
  private readonly onClick = (event: Event) => this.clicked(event);

  connectedCallback(): void {
    this.texts = JSON.parse(this.dataset.texts ?? '{}') as Texts;
    if (!Number.isFinite(this.unsure)) {
      // Until the server answers: its time when it made the page, which was a little ago.
      this.origin = Date.parse(this.dataset.now ?? '') - performance.now();
    }
    this.take();
    this.told = this.past();
    this.addEventListener('click', this.onClick);
    this.hide(sessionStorage.getItem(HIDDEN) === 'true');
    this.ticking = window.setInterval(() => this.tick(), TICK);
    this.tick();
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.onClick);
    clearInterval(this.ticking);
    clearTimeout(this.standing);
  }

  attributeChangedCallback(): void {
    this.take();
  }

  /** In milliseconds; below 0 when the time is up. */
  get left(): number {
    return this.due - (this.origin + performance.now());
  }

  /** The time is not up after all. */
  goOn(): void {
    this.over = false;
  }

  private take(): void {
    const before = this.due;
    this.due = Date.parse(this.dataset.due ?? '');
    if (this.due > before) {
      this.over = false;
      this.told = this.past();
      this.warn(this.texts.moved);
    }
  }

  /** The warnings whose time has come. */
  private past(): Set<number> {
    return new Set(this.texts.warnings.filter((minutes) => this.left <= minutes * 60_000));
  }

  /** What time it is at the server and when the work ends; the answer was right at some time while it was under way. */
  heard({ at, ends, closed, sent, came }: Heard): void {
    const unsure = (came - sent) / 2;
    const age = Number.isFinite(this.unsure) ? (came - this.measured) / 1_000 : 0;
    const origin = Date.parse(at) - (sent + came) / 2;
    // One that is far off is right all the same: the machine has slept.
    if (unsure <= this.unsure + age || Math.abs(origin - this.origin) > unsure + this.unsure) {
      this.origin = origin;
      this.unsure = unsure;
      this.measured = came;
    }
    if (this.ends !== undefined && ends !== this.ends && !closed) {
      this.dispatchEvent(new CustomEvent('quiz-clock', { bubbles: true }));
    }
    this.ends = ends;
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
    const come = [...this.past()].filter((minutes) => !this.told.has(minutes));
    if (left > 0 && come.length > 0) {
      // Of several that came while the machine slept there is one sentence, and it says what is left now.
      come.forEach((minutes) => this.told.add(minutes));
      this.warn(this.texts.left[Math.round(left / 60_000)] ?? '');
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
      clearTimeout(this.standing);
      this.standing = window.setTimeout(() => (warning.textContent = ''), STANDS);
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

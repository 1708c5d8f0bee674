/** How long the end must be in sight. */
const MOMENT = 1000;

/** Watches for the end of a text to have been in sight for a moment, in a tab that is looked at. */
export class EndWatch {
  private readonly mark = document.createElement('span');
  private observer: IntersectionObserver | undefined;
  private timer: number | undefined;

  constructor(
    private readonly text: HTMLElement,
    private readonly seen: () => void,
  ) {
    this.mark.className = 'prose-end';
    this.mark.setAttribute('aria-hidden', 'true');
  }

  /** Begins to watch, anew for every content. */
  start(): void {
    this.stop();
    this.text.append(this.mark);
    this.observer = new IntersectionObserver((entries) => {
      clearTimeout(this.timer);
      if (entries.at(-1)?.isIntersecting) {
        this.timer = window.setTimeout(() => this.settle(), MOMENT);
      }
    });
    this.observer.observe(this.mark);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.observer?.disconnect();
  }

  private settle(): void {
    if (document.visibilityState !== 'visible' || this.picturesAreComing()) {
      this.timer = window.setTimeout(() => this.settle(), MOMENT);
      return;
    }
    this.stop();
    this.seen();
  }

  /** Pictures that are still loading have no height yet and bring the end into sight too early. */
  private picturesAreComing(): boolean {
    return [...this.text.querySelectorAll('img')].some((picture) => {
      const place = picture.getBoundingClientRect();
      return !picture.complete && place.top < window.innerHeight && place.bottom >= 0;
    });
  }
}

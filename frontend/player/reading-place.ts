const REST = 1500;

/** Where in the text the reader is: the block that is on top. Told when they rest, so that another device can go on there. */
export class ReadingPlace {
  private told = 0;
  private timer: number | undefined;
  private readonly onScroll = () => this.moved();
  private readonly onLeave = () => document.visibilityState === 'hidden' && this.rest();

  constructor(
    private readonly player: HTMLElement,
    private readonly tell: (place: number) => void,
  ) {}

  connect(): void {
    window.addEventListener('scroll', this.onScroll, { passive: true });
    document.addEventListener('visibilitychange', this.onLeave);
  }

  disconnect(): void {
    clearTimeout(this.timer);
    window.removeEventListener('scroll', this.onScroll);
    document.removeEventListener('visibilitychange', this.onLeave);
  }

  /** Goes to a block, unless the address names a place itself. */
  restore(place: number): void {
    clearTimeout(this.timer);
    this.told = place;
    if (place > 0 && !location.hash) {
      requestAnimationFrame(() => this.blocks()[place]?.scrollIntoView({ block: 'start', behavior: 'instant' }));
    }
  }

  private moved(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.rest(), REST);
  }

  private rest(): void {
    clearTimeout(this.timer);
    const place = this.current();
    if (place !== undefined && place !== this.told) {
      this.told = place;
      this.tell(place);
    }
  }

  private current(): number | undefined {
    const top = this.player.querySelector('.lrn-header')?.getBoundingClientRect().bottom ?? 0;
    const blocks = this.blocks();
    const place = blocks.findIndex((block) => block.getBoundingClientRect().bottom > top);
    return blocks.length === 0 ? undefined : place < 0 ? blocks.length - 1 : place;
  }

  private blocks(): Element[] {
    const text = this.player.querySelector('.lrn-unit > .c-prose');
    return text ? [...text.children] : [];
  }
}

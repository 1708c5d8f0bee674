interface Server {
  acts(unit: string): void;
  move(unit: string, section: string, before: string): void;
}

/** Where a unit goes: into a section, before another unit; at the end when before is empty. */
interface Place {
  readonly section: string;
  readonly before: string;
}

/** A finger or pen that holds a handle, and how high it began. */
interface Held {
  readonly pointer: number;
  readonly handle: HTMLElement;
  readonly from: number;
}

/** How far a finger moves before it drags, and how near to the edge of the window the page follows it. */
const LEAST = 6;
const EDGE = 72;

/**
 * An outline whose units are moved by dragging their handles, or by arrow keys on them. The server moves them, draws the
 * outline anew, and opens what else can be done with a unit.
 */
class CollegiumOutline extends HTMLElement {
  declare $server: Server;
  private dragged?: HTMLElement;
  private mark?: HTMLElement;
  private touch?: Held;

  connectedCallback(): void {
    this.addEventListener('click', this.clicked);
    this.addEventListener('keydown', this.pressed);
    this.addEventListener('dragstart', this.lifted);
    this.addEventListener('dragover', this.over);
    this.addEventListener('drop', this.dropped);
    this.addEventListener('dragend', this.ended);
    this.addEventListener('pointerdown', this.touched);
    this.addEventListener('pointermove', this.pulled);
    this.addEventListener('pointerup', this.released);
    this.addEventListener('pointercancel', this.cancelled);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.clicked);
    this.removeEventListener('keydown', this.pressed);
    this.removeEventListener('dragstart', this.lifted);
    this.removeEventListener('dragover', this.over);
    this.removeEventListener('drop', this.dropped);
    this.removeEventListener('dragend', this.ended);
    this.removeEventListener('pointerdown', this.touched);
    this.removeEventListener('pointermove', this.pulled);
    this.removeEventListener('pointerup', this.released);
    this.removeEventListener('pointercancel', this.cancelled);
  }

  private readonly clicked = (event: MouseEvent): void => {
    const unit = (event.target as Element).closest('[data-acts]')?.closest<HTMLElement>('[data-unit]');
    if (unit) {
      this.$server.acts(unit.dataset.unit ?? '');
    }
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const unit = handled(event);
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (unit && by) {
      event.preventDefault();
      const place = by < 0 ? this.above(unit) : this.below(unit);
      if (place) {
        this.$server.move(unit.dataset.unit ?? '', place.section, place.before);
      }
    }
  };

  private above(unit: HTMLElement): Place | undefined {
    const before = unit.previousElementSibling as HTMLElement | null;
    if (before) {
      return { section: sectionOf(unit), before: before.dataset.unit ?? '' };
    }
    const sections = this.sections();
    const last = sections[sections.findIndex((section) => section.contains(unit)) - 1];
    return last && { section: last.dataset.section ?? '', before: '' };
  }

  private below(unit: HTMLElement): Place | undefined {
    const next = unit.nextElementSibling as HTMLElement | null;
    if (next) {
      return { section: sectionOf(unit), before: (next.nextElementSibling as HTMLElement | null)?.dataset.unit ?? '' };
    }
    const sections = this.sections();
    const following = sections[sections.findIndex((section) => section.contains(unit)) + 1];
    return following && { section: following.dataset.section ?? '', before: units(following)[0]?.dataset.unit ?? '' };
  }

  private sections(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-section]')];
  }

  private readonly lifted = (event: DragEvent): void => {
    const unit = handled(event);
    if (unit && event.dataTransfer) {
      this.dragged = unit;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', unit.dataset.unit ?? '');
      event.dataTransfer.setDragImage(unit, 16, 16);
      unit.classList.add('c-outline-dragged');
    }
  };

  private readonly over = (event: DragEvent): void => {
    const section = this.dragged && (event.target as Element).closest<HTMLElement>('[data-section]');
    if (section) {
      event.preventDefault();
      this.show(section, event.clientY);
    }
  };

  private show(section: HTMLElement, y: number): void {
    const before = follower(section, y, this.dragged);
    const mark = before ?? section;
    if (mark !== this.mark) {
      this.unmark();
      this.mark = mark;
      mark.classList.add(before ? 'c-outline-before' : 'c-outline-end');
    }
  }

  private readonly dropped = (event: DragEvent): void => {
    const section = this.dragged && (event.target as Element).closest<HTMLElement>('[data-section]');
    if (section) {
      event.preventDefault();
      this.drop(section, event.clientY);
    }
    this.ended();
  };

  private drop(section: HTMLElement, y: number): void {
    const before = follower(section, y, this.dragged);
    const unit = this.dragged;
    const moves = unit && !(units(section).includes(unit) && unit.nextElementSibling === (before ?? null));
    if (moves) {
      this.$server.move(unit.dataset.unit ?? '', section.dataset.section ?? '', before?.dataset.unit ?? '');
    }
  }

  /** Not every browser drags for fingers, so the handle follows them itself. */
  private readonly touched = (event: PointerEvent): void => {
    const unit = event.pointerType === 'mouse' || this.touch ? undefined : handled(event);
    const handle = (event.target as Element).closest<HTMLElement>('[data-handle]');
    if (unit && handle) {
      handle.draggable = false;
      handle.setPointerCapture(event.pointerId);
      this.touch = { pointer: event.pointerId, handle, from: event.clientY };
      this.dragged = unit;
    }
  };

  private readonly pulled = (event: PointerEvent): void => {
    if (!this.isTouch(event) || (!this.mark && Math.abs(event.clientY - (this.touch?.from ?? 0)) < LEAST)) {
      return;
    }
    this.dragged?.classList.add('c-outline-dragged');
    const section = this.sectionAt(event);
    if (section) {
      this.show(section, event.clientY);
    }
    const bottom = event.clientY > window.innerHeight - EDGE;
    if (bottom || event.clientY < EDGE) {
      window.scrollBy(0, bottom ? LEAST : -LEAST);
    }
  };

  private readonly released = (event: PointerEvent): void => {
    if (!this.isTouch(event)) {
      return;
    }
    const section = this.mark && this.sectionAt(event);
    if (section) {
      this.drop(section, event.clientY);
    }
    this.ended();
  };

  /** A mouse is taken away from the page as soon as the browser drags for it; that drag goes on. */
  private readonly cancelled = (event: PointerEvent): void => {
    if (this.isTouch(event)) {
      this.ended();
    }
  };

  private isTouch(event: PointerEvent): boolean {
    return this.touch?.pointer === event.pointerId;
  }

  private sectionAt(event: PointerEvent): HTMLElement | undefined {
    const section = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-section]');
    return section && this.contains(section) ? section : undefined;
  }

  private readonly ended = (): void => {
    if (this.touch) {
      this.touch.handle.draggable = true;
      this.touch = undefined;
    }
    this.unmark();
    this.dragged?.classList.remove('c-outline-dragged');
    this.dragged = undefined;
  };

  private unmark(): void {
    this.mark?.classList.remove('c-outline-before', 'c-outline-end');
    this.mark = undefined;
  }
}

/** The unit whose handle an event is about. */
function handled(event: Event): HTMLElement | undefined {
  return (event.target as Element).closest('[data-handle]')?.closest<HTMLElement>('[data-unit]') ?? undefined;
}

function sectionOf(unit: HTMLElement): string {
  return unit.closest<HTMLElement>('[data-section]')?.dataset.section ?? '';
}

/** Those that are in no other unit. */
function units(section: HTMLElement): HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>(':scope > ol > [data-unit]')];
}

/** The first unit whose middle is below the pointer. */
function follower(section: HTMLElement, y: number, dragged: HTMLElement | undefined): HTMLElement | undefined {
  return units(section).find((unit) => {
    const { top, height } = unit.getBoundingClientRect();
    return unit !== dragged && y < top + height / 2;
  });
}

customElements.get('c-outline-editor') ?? customElements.define('c-outline-editor', CollegiumOutline);

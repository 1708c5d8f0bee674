interface Server {
  acts(unit: string): void;
  move(unit: string, section: string, before: string): void;
}

/** Where a unit goes: into a section, before another unit; at the end when before is empty. */
interface Place {
  readonly section: string;
  readonly before: string;
}

/**
 * An outline whose units are moved by dragging their handles, or by arrow keys on them. The server moves them, draws the
 * outline anew, and opens what else can be done with a unit.
 */
class CollegiumOutline extends HTMLElement {
  declare $server: Server;
  private dragged?: HTMLElement;
  private mark?: HTMLElement;

  connectedCallback(): void {
    this.addEventListener('click', this.clicked);
    this.addEventListener('keydown', this.pressed);
    this.addEventListener('dragstart', this.lifted);
    this.addEventListener('dragover', this.over);
    this.addEventListener('drop', this.dropped);
    this.addEventListener('dragend', this.ended);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.clicked);
    this.removeEventListener('keydown', this.pressed);
    this.removeEventListener('dragstart', this.lifted);
    this.removeEventListener('dragover', this.over);
    this.removeEventListener('drop', this.dropped);
    this.removeEventListener('dragend', this.ended);
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
      const before = follower(section, event.clientY, this.dragged);
      const mark = before ?? section;
      if (mark !== this.mark) {
        this.unmark();
        this.mark = mark;
        mark.classList.add(before ? 'c-outline-before' : 'c-outline-end');
      }
    }
  };

  private readonly dropped = (event: DragEvent): void => {
    const section = this.dragged && (event.target as Element).closest<HTMLElement>('[data-section]');
    if (section && this.dragged) {
      event.preventDefault();
      const before = follower(section, event.clientY, this.dragged);
      this.$server.move(this.dragged.dataset.unit ?? '', section.dataset.section ?? '', before?.dataset.unit ?? '');
    }
    this.ended();
  };

  private readonly ended = (): void => {
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

import { type Area, corners } from './area-shapes';

/** The corners of the polygon that is chosen, as buttons behind its name, with dots between them of which others are made. */
export class AreaCorners {
  private readonly points: HTMLButtonElement[] = [];
  private readonly middles: HTMLSpanElement[] = [];

  /** @param called what a corner is called, by its number from 0 and how many there are */
  show(area: Area | undefined, handle: HTMLElement | undefined, called: (corner: number, all: number) => string): void {
    const at = area && handle ? corners(area) : [];
    this.points.splice(at.length).forEach((point) => point.remove());
    this.middles.splice(at.length).forEach((middle) => middle.remove());
    let before: Element | undefined = handle;
    at.forEach(({ x, y }, corner) => {
      const next = at[(corner + 1) % at.length];
      const point = (this.points[corner] ??= button());
      const middle = (this.middles[corner] ??= dot());
      point.setAttribute('aria-label', called(corner, at.length));
      put(point, x, y);
      put(middle, (x + next.x) / 2, (y + next.y) / 2);
      if (before?.nextElementSibling !== point) {
        before?.after(point);
      }
      if (point.nextElementSibling !== middle) {
        point.after(middle);
      }
      before = middle;
    });
  }

  /** The number of a corner; -1 where this is none. */
  of(target: EventTarget | null): number {
    return this.points.indexOf(target as HTMLButtonElement);
  }

  /** The number of the corner before a dot; -1 where this is none. */
  before(target: EventTarget | null): number {
    return this.middles.indexOf(target as HTMLSpanElement);
  }

  focus(corner: number): void {
    this.points[corner]?.focus({ preventScroll: true });
  }
}

function button(): HTMLButtonElement {
  const point = document.createElement('button');
  point.type = 'button';
  point.className = 'c-area-point';
  return point;
}

function dot(): HTMLSpanElement {
  const middle = document.createElement('span');
  middle.className = 'c-area-middle';
  middle.setAttribute('aria-hidden', 'true');
  return middle;
}

function put(sign: HTMLElement, x: number, y: number): void {
  sign.style.left = `${x * 100}%`;
  sign.style.top = `${y * 100}%`;
}

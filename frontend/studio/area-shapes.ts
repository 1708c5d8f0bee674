import type { Point } from '../quiz/hotspot-picture';

export interface Area {
  key: string;
  label: string;
  shape: 'rectangle' | 'ellipse' | 'polygon' | '';
  /** Empty where it cannot be drawn. */
  at: number[];
  correct: boolean;
}

/** What is around an area. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const LEAST = 0.01;
export const NOTHING: Box = { x: 0, y: 0, width: 0, height: 0 };

const FEWEST_CORNERS = 3;
const MOST_CORNERS = 50;

export function box({ shape, at }: Pick<Area, 'shape' | 'at'>): Box {
  if (at.length === 0) {
    return NOTHING;
  }
  const [x, y, width, height] = at;
  switch (shape) {
    case 'ellipse':
      return { x: x - width, y: y - height, width: 2 * width, height: 2 * height };
    case 'polygon': {
      const [xs, ys] = [at.filter((_, index) => index % 2 === 0), at.filter((_, index) => index % 2 === 1)];
      const [left, top] = [Math.min(...xs), Math.min(...ys)];
      return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
    }
    default:
      return { x, y, width, height };
  }
}

/** The numbers of an area of the same shape in another box. */
export function placed(area: Pick<Area, 'shape' | 'at'>, { x, y, width, height }: Box): number[] {
  switch (area.shape) {
    case 'ellipse':
      return [x + width / 2, y + height / 2, width / 2, height / 2].map(rounded);
    case 'polygon': {
      const before = box(area);
      return area.at.map((part, index) =>
        rounded(
          index % 2 === 0
            ? x + ((part - before.x) * width) / (before.width || 1)
            : y + ((part - before.y) * height) / (before.height || 1),
        ),
      );
    }
    default: {
      const [left, top] = [rounded(x), rounded(y)];
      return [left, top, rounded(Math.min(width, 1 - left)), rounded(Math.min(height, 1 - top))];
    }
  }
}

/** Inside of the picture; what was partly outside comes no further out. */
export function moved({ x, y, width, height }: Box, by: Point): Box {
  return {
    x: within(x + by.x, Math.min(0, x), Math.max(1 - width, x)),
    y: within(y + by.y, Math.min(0, y), Math.max(1 - height, y)),
    width,
    height,
  };
}

export function sized({ x, y, width, height }: Box, by: Point): Box {
  return {
    x,
    y,
    width: within(width + by.x, LEAST, Math.max(1 - x, LEAST)),
    height: within(height + by.y, LEAST, Math.max(1 - y, LEAST)),
  };
}

export function between(one: Point, other: Point): Box {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
}

export function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** From 0 to 1 with four decimals, as the server reads it. */
export function rounded(part: number): number {
  return Math.round(within(part, 0, 1) * 10_000) / 10_000;
}


/** The corners of a polygon; none of another shape. */
export function corners({ shape, at }: Pick<Area, 'shape' | 'at'>): Point[] {
  return shape === 'polygon' ? at.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: at[index + 1] ?? 0 }] : [])) : [];
}

/** The polygon with a corner somewhere else. */
export function bent(at: number[], corner: number, to: Point): number[] {
  return at.map((part, index) => (index >> 1 === corner ? rounded(index % 2 === 0 ? to.x : to.y) : part));
}

/** The polygon with another corner behind one, in the middle of the edge between; none where it has as many as it may. */
export function split(at: number[], corner: number): number[] | undefined {
  const next = (2 * corner + 2) % at.length;
  const middle = [(at[2 * corner] + at[next]) / 2, (at[2 * corner + 1] + at[next + 1]) / 2].map(rounded);
  return at.length < 2 * MOST_CORNERS ? [...at.slice(0, 2 * corner + 2), ...middle, ...at.slice(2 * corner + 2)] : undefined;
}

/** The polygon without a corner; none where it would be no polygon. */
export function cut(at: number[], corner: number): number[] | undefined {
  return at.length > 2 * FEWEST_CORNERS ? [...at.slice(0, 2 * corner), ...at.slice(2 * corner + 2)] : undefined;
}

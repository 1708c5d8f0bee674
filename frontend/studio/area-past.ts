import type { Area } from './area-shapes';

/** Where an area was before a change; with no place, it was not there. */
interface Change {
  key: string;
  shape: Area['shape'];
  at?: number[];
}

const PASTS = new WeakMap<Element, AreaPast>();

/** What was done to the areas of a question, to take it back and do it again; it outlives the picture, which each other number of areas makes anew. */
export class AreaPast {
  /** Whether an area was drawn that is not there yet. */
  drawn = false;
  private past: Change[] = [];
  private future: Change[] = [];

  static of(form: Element): AreaPast {
    const known = PASTS.get(form) ?? new AreaPast();
    PASTS.set(form, known);
    return known;
  }

  remember({ key, shape, at }: Area): void {
    this.past.push({ key, shape, at });
    this.future = [];
  }

  /** An area is there that was not before. */
  came({ key, shape }: Area): void {
    this.past.push({ key, shape });
    this.future = [];
  }

  /**
   * Goes back to before the last change of one of these areas, or forth again.
   *
   * @return its place and where it was, or only its place when it was not there
   */
  step(areas: Area[], forth = false): { place: number; at?: number[] } | undefined {
    const [from, to] = forth ? [this.future, this.past] : [this.past, this.future];
    for (let change = from.pop(); change; change = from.pop()) {
      const { key, shape, at } = change;
      const place = areas.findIndex((area) => area.key === key && (!at || area.shape === shape));
      if (place >= 0) {
        if (at) {
          to.push({ key, shape, at: areas[place].at });
        }
        return { place, at };
      }
    }
    return undefined;
  }
}

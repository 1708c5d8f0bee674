import type { Journal } from '../journal/journal';

const FLAG = 'flag:';
/** A field for each place, so that what waits for a network is sent in the order in which it was done. */
const PLACE = 'sitting:place:';
/** Of before. */
const ONE_PLACE = 'sitting:place';

/**
 * What is kept of an attempt beside its answers, in fields of the journal that no question has: which questions are flagged, and
 * how far one was where there is no way back. Of two devices that say different things the one that was earlier counts, and whoever
 * was further; the server keeps to that, too.
 */
export class Marks {
  private readonly flags = new Set<string>();
  private readonly touched = new Set<string>();
  private reached = 0;

  constructor(private journal?: Journal) {}

  flagged(question: string): boolean {
    return this.flags.has(question);
  }

  get place(): number {
    return this.reached;
  }

  /** Returns whether it is flagged now. */
  toggle(question: string): boolean {
    const flagged = !this.flags.has(question);
    this.set(question, flagged);
    this.touched.add(FLAG + question);
    void this.journal?.save(FLAG + question, String(flagged)).then(() => this.journal?.flush());
    return flagged;
  }

  reach(place: number): void {
    if (place > this.reached) {
      this.reached = place;
      void this.journal?.save(PLACE + place, '').then(() => this.journal?.flush());
    }
  }

  /** Others say that one was here. */
  heard(place: number): void {
    this.reached = Math.max(this.reached, place);
  }

  /** Takes what the journal has. */
  load(fields: Map<string, string>): void {
    fields.forEach((content, field) => {
      if (field.startsWith(FLAG) && !this.touched.has(field)) {
        this.set(field.slice(FLAG.length), content === 'true');
      }
      this.heard(field.startsWith(PLACE) ? number(field.slice(PLACE.length)) : field === ONE_PLACE ? number(content) : 0);
    });
  }

  /** Another device has said it since. */
  take(field: string, theirs: string): void {
    this.touched.delete(field);
    this.load(new Map([[field, theirs]]));
  }

  /** Settles what two devices said of one thing; nothing is asked of the learner. */
  async settle(field: string, theirs: string): Promise<void> {
    await this.journal?.takeTheirs(field);
    this.take(field, theirs);
  }

  private set(question: string, flagged: boolean): void {
    if (flagged) {
      this.flags.add(question);
    } else {
      this.flags.delete(question);
    }
  }
}

/** What a browser saved may be anything. */
function number(content: string | undefined): number {
  return /^\d{1,4}$/.test(content ?? '') ? Number(content) : 0;
}

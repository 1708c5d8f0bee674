import { Keys } from './keys';
import { Outline } from './outline';
import { ReadingPlace } from './reading-place';

/**
 * The player of a course. The server fills it; here is what needs no server: keys, the outline's folds, the place in the
 * text. The server calls show() when another unit is open and mark() when a unit's state has changed.
 *
 * Event: player-place, with the number of the block of text that is on top, when the reader rests.
 */
class CollegiumPlayer extends HTMLElement {
  private readonly outline = new Outline(this);
  private readonly keys = new Keys(this, this.outline);
  private readonly place = new ReadingPlace(this, (place) =>
    this.dispatchEvent(new CustomEvent('player-place', { detail: { place } })),
  );

  connectedCallback(): void {
    this.outline.connect();
    this.keys.connect();
    this.place.connect();
    this.addEventListener('click', leaveToBrowser, { capture: true });
  }

  disconnectedCallback(): void {
    this.outline.disconnect();
    this.keys.disconnect();
    this.place.disconnect();
  }

  /** Another unit is open; moved says that the reader came from a unit of this course. */
  show(key: string, place: number, moved: boolean): void {
    this.outline.show(key);
    if (place === 0 && moved) {
      window.scrollTo({ top: 0 });
    }
    if (moved) {
      this.querySelector<HTMLElement>('[data-title]')?.focus({ preventScroll: true });
    }
    this.place.restore(place);
  }

  /** The state of a unit has changed. */
  mark(key: string, state: string, label: string): void {
    this.outline.mark(key, state, label);
  }
}

/** Files of the course are not views: the browser fetches them itself. */
function leaveToBrowser(event: Event): void {
  const link = (event.target as Element).closest('a');
  if (link && new URL(link.href, location.href).pathname.startsWith('/content/')) {
    link.setAttribute('router-ignore', '');
  }
}

export function definePlayer(): void {
  if (!customElements.get('c-player')) {
    customElements.define('c-player', CollegiumPlayer);
  }
}

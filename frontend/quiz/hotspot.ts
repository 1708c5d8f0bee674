import { CollegiumHotspotPicture, type Point, rounded } from './hotspot-picture';

const NEAR = 22;
const STEP = 0.01;
const LARGE_STEP = 0.05;
const WAYS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const OPTIONS = 'vaadin-radio-button, vaadin-checkbox';

/**
 * Places to be marked in a picture, or areas of it to be chosen from. With data-answer it keeps the marks, at most data-marks, by pointer
 * and by keys, and has them as its answers, texts like 0.25,0.5. Without, the options in it are the answer, and the picture shows which
 * are chosen. Events: input and change.
 */
class CollegiumHotspot extends HTMLElement {
  private marks: Point[] = [];
  private cursor: Point = { x: 0.5, y: 0.5 };
  private dragged: number | undefined;
  private readonly checked = new MutationObserver(() => this.showChosen());
  private readonly onDown = (event: PointerEvent) => this.pressed(event);
  private readonly onMove = (event: PointerEvent) => this.drag(event);
  private readonly onUp = () => this.drop();
  private readonly onClick = (event: MouseEvent) => this.clicked(event);
  private readonly onKey = (event: KeyboardEvent) => this.key(event);
  private readonly onFocus = () => this.focusChanged();

  connectedCallback(): void {
    this.addEventListener('click', this.onClick);
    if (this.marking) {
      this.answers = JSON.parse(this.dataset.given ?? '[]') as string[];
      this.addEventListener('pointerdown', this.onDown);
      this.addEventListener('pointermove', this.onMove);
      this.addEventListener('pointerup', this.onUp);
      this.addEventListener('pointercancel', this.onUp);
      this.addEventListener('keydown', this.onKey);
      this.addEventListener('focusin', this.onFocus);
      this.addEventListener('focusout', this.onFocus);
    } else {
      this.checked.observe(this, { attributes: true, subtree: true, attributeFilter: ['checked'] });
      this.addEventListener('change', () => this.showChosen());
      setTimeout(() => this.showChosen());
    }
  }

  disconnectedCallback(): void {
    this.checked.disconnect();
    this.removeEventListener('click', this.onClick);
    this.removeEventListener('pointerdown', this.onDown);
    this.removeEventListener('pointermove', this.onMove);
    this.removeEventListener('pointerup', this.onUp);
    this.removeEventListener('pointercancel', this.onUp);
    this.removeEventListener('keydown', this.onKey);
    this.removeEventListener('focusin', this.onFocus);
    this.removeEventListener('focusout', this.onFocus);
  }

  get answers(): string[] {
    return this.marks.map((mark) => `${rounded(mark.x)},${rounded(mark.y)}`);
  }

  /** What was saved may be anything; what is no place is none. */
  set answers(places: string[]) {
    this.marks = places
      .filter((place) => /^[01](\.\d+)?,[01](\.\d+)?$/.test(place))
      .slice(0, this.most)
      .map((place) => {
        const [x, y] = place.split(',').map(Number);
        return { x, y };
      });
    this.show();
  }

  private get marking(): boolean {
    return this.hasAttribute('data-answer');
  }

  private get most(): number {
    return Number(this.dataset.marks ?? 1);
  }

  private get picture(): CollegiumHotspotPicture | undefined {
    return this.querySelector<CollegiumHotspotPicture>('c-hotspot-picture') ?? undefined;
  }

  private pressed(event: PointerEvent): void {
    const point = this.inPicture(event);
    if (!point || event.button !== 0) {
      return;
    }
    const near = this.nearest(point);
    if (near !== undefined && this.picture && this.picture.distance(this.marks[near], point) <= NEAR) {
      event.preventDefault();
      this.setPointerCapture(event.pointerId);
      this.dragged = near;
    }
  }

  private drag(event: PointerEvent): void {
    const point = this.dragged === undefined ? undefined : this.picture?.at(event);
    if (point && this.dragged !== undefined) {
      this.marks[this.dragged] = point;
      this.toggleAttribute('data-shifted', true);
      this.show();
    }
  }

  private drop(): void {
    const dragged = this.dragged;
    this.dragged = undefined;
    if (dragged !== undefined && this.hasAttribute('data-shifted')) {
      this.changed('placed', dragged);
      // The click that follows belongs to the dragging.
      setTimeout(() => this.removeAttribute('data-shifted'));
    }
  }

  private clicked(event: MouseEvent): void {
    if ((event.target as Element).closest('[data-remove]')) {
      this.takeAway(this.marks.length - 1);
      return;
    }
    const point = this.inPicture(event);
    if (!point || this.hasAttribute('data-shifted')) {
      return;
    }
    if (this.marking) {
      const near = this.nearest(point);
      if (near === undefined || (this.picture?.distance(this.marks[near], point) ?? 0) > NEAR) {
        this.cursor = point;
        this.set(point);
      }
    } else {
      const [key] = this.picture?.areasAt(point) ?? [];
      this.option(key)?.querySelector('input')?.click();
    }
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== this.picture || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const way = WAYS[event.key];
    if (way) {
      const step = event.shiftKey ? LARGE_STEP : STEP;
      this.cursor = { x: within(this.cursor.x + way.x * step), y: within(this.cursor.y + way.y * step) };
      this.picture?.cross(this.cursor);
      this.say('at', percent(this.cursor.x), percent(this.cursor.y));
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.set(this.cursor);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.takeAway(this.nearest(this.cursor) ?? -1);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Where there is only one mark, it moves; else a mark too many is refused. */
  private set(point: Point): void {
    if (this.marks.length < this.most) {
      this.marks.push(point);
      this.changed('placed', this.marks.length - 1);
    } else if (this.most === 1) {
      this.marks[0] = point;
      this.changed('placed', 0);
    } else {
      this.say('full');
    }
  }

  private takeAway(index: number): void {
    if (index < 0) {
      this.say('none');
      return;
    }
    this.marks.splice(index, 1);
    this.changed('removed', 0);
  }

  private changed(word: 'placed' | 'removed', index: number): void {
    this.show();
    if (word === 'placed') {
      this.say(word, String(index + 1), percent(this.marks[index].x), percent(this.marks[index].y));
    } else {
      this.say(word);
    }
    this.dispatchEvent(new Event('input', { bubbles: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  private show(): void {
    const pins = this.marks.map((mark, index) => ({ ...mark, sign: String(index + 1), look: 'plain' }));
    this.picture?.setAttribute('data-pins', JSON.stringify(pins));
    this.querySelector('[data-remove]')?.toggleAttribute('disabled', this.marks.length === 0);
  }

  private showChosen(): void {
    const options = [...this.querySelectorAll<HTMLElement & { value: string; checked: boolean }>(OPTIONS)];
    this.picture?.choose(options.filter((option) => option.checked).map((option) => option.value));
  }

  private option(key: string | undefined): Element | undefined {
    return [...this.querySelectorAll<HTMLElement & { value: string }>(OPTIONS)].find((option) => option.value === key);
  }

  private focusChanged(): void {
    setTimeout(() => this.picture?.cross(document.activeElement === this.picture && this.picture?.matches(':focus-visible') ? this.cursor : undefined));
  }

  private inPicture(event: MouseEvent): Point | undefined {
    return (event.target as Element).closest('c-hotspot-picture') ? this.picture?.at(event) : undefined;
  }

  private nearest(point: Point): number | undefined {
    const distances = this.marks.map((mark) => this.picture?.distance(mark, point) ?? 0);
    return distances.length === 0 ? undefined : distances.indexOf(Math.min(...distances));
  }

  private say(word: string, ...values: string[]): void {
    const said = this.querySelector('.quiz-hotspot-said');
    const texts = JSON.parse(this.dataset.texts ?? '{}') as Record<string, string>;
    if (said) {
      said.textContent = values.reduce((text, value, index) => text.replace(`{${index}}`, value), texts[word] ?? '');
    }
  }
}

function within(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}

function percent(fraction: number): string {
  return String(Math.round(fraction * 100));
}

export function defineHotspot(): void {
  if (!customElements.get('c-hotspot')) {
    customElements.define('c-hotspot', CollegiumHotspot);
  }
}

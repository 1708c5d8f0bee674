import type { CollegiumHotspotPicture, Point } from '../quiz/hotspot-picture';

interface Area {
  label: string;
  shape: 'rectangle' | 'ellipse' | 'polygon' | '';
  /** Empty where it cannot be drawn. */
  at: number[];
  correct: boolean;
}

/** What is around an area. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Dragging {
  /** Of the area; -1 for one that is being drawn. */
  place: number;
  from: Point;
  box: Box;
  sizing: boolean;
  changed: boolean;
}

const STEP = 0.01;
const LEAST = 0.01;
const PAUSE = 300;
const DRAWN = 8;
const NOTHING: Box = { x: 0, y: 0, width: 0, height: 0 };
const WAYS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * Areas over a picture (data-areas), each with its name as a handle. They are moved by dragging and by the keys of the arrows, sized at
 * a corner and with Shift, and drawn from a free place; Ctrl+Z takes a change back. The one in whose fields one is, is marked. Events: area-moved, with the number of
 * the change, the area and its numbers; area-drawn, with the numbers of a rectangle. Until the server has seen a change, what it shows is
 * older and waits.
 */
class CollegiumAreaPicture extends HTMLElement {
  static readonly observedAttributes = ['data-areas', 'data-enter'];

  private readonly over = document.createElement('div');
  private readonly corner = document.createElement('span');
  private readonly draft = document.createElement('span');
  private readonly handles: HTMLButtonElement[] = [];
  private picture?: CollegiumHotspotPicture;
  private list?: HTMLElement;
  private areas: Area[] = [];
  private chosen = 0;
  private sent = 0;
  private pause?: number;
  private waiting?: number;
  private dragging?: Dragging;
  /** The numbers of areas before their changes. */
  private readonly past: { place: number; at: number[] }[] = [];
  private readonly onFields = (event: FocusEvent) => this.entered(event);

  constructor() {
    super();
    this.over.className = 'c-area-handles';
    this.corner.className = 'c-area-corner';
    this.draft.className = 'c-area-draft';
    this.addEventListener('pointerdown', (event) => this.begin(event));
    this.addEventListener('pointermove', (event) => this.drag(event));
    this.addEventListener('pointerup', (event) => this.end(event));
    this.addEventListener('pointercancel', () => this.giveUp());
    this.addEventListener('touchstart', (event) => this.touched(event), { passive: false });
    this.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('focusout', () => this.flush());
    this.addEventListener('click', (event) => this.pressed(event));
  }

  connectedCallback(): void {
    this.list = this.parentElement ?? undefined;
    this.list?.addEventListener('focusin', this.onFields);
    void customElements.whenDefined('c-hotspot-picture').then(() => this.find());
  }

  disconnectedCallback(): void {
    this.list?.removeEventListener('focusin', this.onFields);
    window.clearTimeout(this.pause);
  }

  attributeChangedCallback(name: string): void {
    if (name === 'data-areas') {
      this.take();
    } else if (this.dataset.enter !== undefined) {
      this.enter();
    }
  }

  private find(): void {
    const picture = this.querySelector<CollegiumHotspotPicture>('c-hotspot-picture');
    if (picture && picture !== this.picture) {
      this.picture = picture;
      picture.over(this.over);
      this.show();
    } else if (!picture && this.isConnected) {
      requestAnimationFrame(() => this.find());
    }
  }

  /** What the server says, unless one has gone on meanwhile. */
  private take(): void {
    const said = JSON.parse(this.dataset.areas ?? '{"seen":0,"areas":[]}') as { seen: number; areas: Area[] };
    if (said.seen >= this.sent && this.waiting === undefined && !this.dragging) {
      this.areas = said.areas;
      this.show();
    }
  }

  private show(): void {
    const drawn = this.areas
      .map(({ shape, at }, place) => ({ key: String(place), shape, at, x: 0, y: 0, sign: '', look: 'plain' }))
      .filter(({ at }) => at.length > 0);
    this.picture?.setAttribute('data-areas', JSON.stringify(drawn));
    this.handles.splice(this.areas.length).forEach((handle) => handle.remove());
    this.areas.forEach((area, place) => this.name(area, place));
    this.choose(Math.min(this.chosen, this.areas.length - 1));
  }

  private name(area: Area, place: number): void {
    const handle = this.handles[place] ?? this.handle(place);
    const { x, y, width } = box(area);
    handle.hidden = area.at.length === 0;
    handle.textContent = `${place + 1}${area.correct ? '✓' : ''} ${area.label}`.trim();
    handle.setAttribute('aria-label', this.called(place));
    handle.style.left = `${(x + width / 2) * 100}%`;
    handle.style.top = `${Math.max(0, y) * 100}%`;
    handle.style.maxWidth = `max(3rem, ${width * 100}%)`;
  }

  private handle(place: number): HTMLButtonElement {
    const handle = document.createElement('button');
    handle.type = 'button';
    handle.className = 'c-area-handle';
    this.handles[place] = handle;
    this.over.append(handle);
    return handle;
  }

  private choose(place: number): void {
    this.chosen = Math.max(0, place);
    const area = this.areas[this.chosen];
    this.picture?.choose([String(this.chosen)]);
    this.handles.forEach((handle, at) => handle.setAttribute('aria-pressed', String(at === this.chosen)));
    this.rows.forEach((row, at) => row.toggleAttribute('data-chosen', at === this.chosen));
    this.corner.hidden = !area || area.at.length === 0;
    if (area) {
      const { x, y, width, height } = box(area);
      this.corner.style.left = `${Math.min(1, x + width) * 100}%`;
      this.corner.style.top = `${Math.min(1, y + height) * 100}%`;
    }
    if (this.corner.parentElement !== this.over) {
      this.over.append(this.corner);
    }
  }

  /** The fields of each area. */
  private get rows(): Element[] {
    return [...(this.parentElement?.querySelectorAll(':scope > ol > li') ?? [])];
  }

  private entered(event: FocusEvent): void {
    const place = this.rows.findIndex((row) => row.contains(event.target as Node));
    const handle = this.handles.indexOf(event.target as HTMLButtonElement);
    if (place >= 0 || handle >= 0) {
      this.choose(Math.max(place, handle));
    }
  }

  /** Goes to an area that was just drawn, once its picture is there. */
  private enter(tries = 120): void {
    const handle = this.handles[Number(this.dataset.enter)];
    if (handle && handle.getClientRects().length > 0) {
      this.removeAttribute('data-enter');
      handle.focus();
    } else if (tries > 0 && this.dataset.enter !== undefined) {
      requestAnimationFrame(() => this.enter(tries - 1));
    }
  }

  private get drawing(): boolean {
    return this.hasAttribute('data-drawing');
  }

  private set drawing(on: boolean) {
    this.toggleAttribute('data-drawing', on);
    this.querySelector('[data-begin]')?.setAttribute('aria-pressed', String(on));
  }

  /** By key there is another area at once, which is moved then. */
  private pressed(event: MouseEvent): void {
    if ((event.target as Element).closest('[data-begin]')) {
      if (event.detail === 0) {
        this.drawn({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 });
      } else {
        this.drawing = !this.drawing;
      }
    }
  }

  /** Where in the picture a pointer is, or at its edge. */
  private spot(event: { clientX: number; clientY: number }): Point {
    const { left, top, width, height } = this.over.getBoundingClientRect();
    return { x: within((event.clientX - left) / (width || 1), 0, 1), y: within((event.clientY - top) / (height || 1), 0, 1) };
  }

  /** The area that a pointer takes: by its name, else the chosen one before others; -1 where there is none. */
  private taken(event: { clientX: number; clientY: number }, target: Element): number {
    const handle = this.handles.indexOf(target as HTMLButtonElement);
    if (handle >= 0 || target === this.corner) {
      return handle >= 0 ? handle : this.chosen;
    }
    const keys = this.drawing ? [] : (this.picture?.areasAt(this.spot(event)) ?? []);
    return Number(keys.find((key) => key === String(this.chosen)) ?? keys[0] ?? -1);
  }

  /** A finger on an area moves it; elsewhere it moves the page. */
  private touched(event: TouchEvent): void {
    const target = event.target as Element;
    const one = event.touches.length === 1 && target.closest('c-hotspot-picture');
    if (one && (this.drawing || this.taken(event.touches[0], target) >= 0)) {
      event.preventDefault();
    }
  }

  private begin(event: PointerEvent): void {
    const target = event.target as Element;
    if (event.button !== 0 || !event.isPrimary || !target.closest('c-hotspot-picture') || this.over.hidden) {
      return;
    }
    this.flush();
    const place = this.taken(event, target);
    if (place < 0 && !this.drawing && event.pointerType === 'touch') {
      return;
    }
    event.preventDefault();
    this.setPointerCapture(event.pointerId);
    const around = place < 0 ? NOTHING : box(this.areas[place]);
    this.dragging = { place, from: this.spot(event), box: around, sizing: target === this.corner, changed: false };
    if (place >= 0) {
      this.handles[place].focus({ preventScroll: true });
      this.choose(place);
    }
  }

  private drag(event: PointerEvent): void {
    const now = this.dragging;
    if (!now) {
      return;
    }
    const to = this.spot(event);
    if (!now.changed && this.pixels(now.from, to) > 2) {
      now.changed = true;
      this.remember(now.place);
    }
    if (now.place < 0) {
      const { x, y, width, height } = between(now.from, to);
      this.draft.style.cssText = `left:${x * 100}%;top:${y * 100}%;width:${width * 100}%;height:${height * 100}%`;
      this.over.append(this.draft);
    } else if (now.changed) {
      const by = { x: to.x - now.from.x, y: to.y - now.from.y };
      this.put(now.place, now.sizing ? sized(now.box, by) : moved(now.box, by));
    }
  }

  private end(event: PointerEvent): void {
    const now = this.dragging;
    this.dragging = undefined;
    this.draft.remove();
    if (now && now.place < 0) {
      const to = this.spot(event);
      const drawn = between(now.from, to);
      if (this.pixels(now.from, to) > DRAWN && drawn.width >= LEAST && drawn.height >= LEAST) {
        this.drawn(drawn);
      }
    } else if (now?.changed) {
      this.send(now.place);
    }
    this.take();
  }

  /** The browser took the pointer for something else. */
  private giveUp(): void {
    const now = this.dragging;
    this.dragging = undefined;
    this.draft.remove();
    if (now?.changed && now.place >= 0) {
      this.back();
    }
    this.take();
  }

  private remember(place: number): void {
    if (place >= 0) {
      this.past.push({ place, at: this.areas[place].at });
    }
  }

  /** Shows the last area as it was before; its place. */
  private back(): number | undefined {
    const last = this.past.pop();
    if (last && this.areas[last.place]) {
      this.areas[last.place] = { ...this.areas[last.place], at: last.at };
      this.chosen = last.place;
      this.show();
      return last.place;
    }
    return undefined;
  }

  private takeBack(): void {
    this.flush();
    const place = this.back();
    if (place !== undefined) {
      this.handles[place].focus();
      this.say(place);
      this.send(place);
    }
  }

  private key(event: KeyboardEvent): void {
    const place = this.handles.indexOf(event.target as HTMLButtonElement);
    const way = WAYS[event.key];
    if (place >= 0 && (event.ctrlKey || event.metaKey) && event.key === 'z') {
      event.preventDefault();
      this.takeBack();
      return;
    }
    if (place < 0 || !way || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const by = { x: way.x * STEP, y: way.y * STEP };
    const before = box(this.areas[place]);
    if (this.waiting !== place) {
      this.flush();
      this.remember(place);
    }
    this.put(place, event.shiftKey ? sized(before, by) : moved(before, by));
    this.waiting = place;
    window.clearTimeout(this.pause);
    this.pause = window.setTimeout(() => this.flush(), PAUSE);
  }

  private put(place: number, around: Box): void {
    const area = this.areas[place];
    if (area) {
      this.areas[place] = { ...area, at: placed(area, around) };
      this.show();
      this.say(place);
    }
  }

  private flush(): void {
    window.clearTimeout(this.pause);
    if (this.waiting !== undefined) {
      this.send(this.waiting);
    }
  }

  private send(place: number): void {
    this.waiting = undefined;
    this.sent++;
    const at = this.areas[place].at.join(' ');
    this.dispatchEvent(new CustomEvent('area-moved', { detail: { seen: this.sent, place, at } }));
  }

  private drawn(around: Box): void {
    this.drawing = false;
    const at = placed({ shape: 'rectangle', at: [] }, around).join(' ');
    this.dispatchEvent(new CustomEvent('area-drawn', { detail: { at } }));
  }

  private pixels(one: Point, other: Point): number {
    return this.picture?.distance(one, other) ?? 0;
  }

  private get texts(): Record<string, string> {
    return JSON.parse(this.dataset.texts ?? '{}') as Record<string, string>;
  }

  private called(place: number): string {
    const name = filled(this.texts.name, place + 1);
    const { label } = this.areas[place];
    return label ? filled(this.texts.named, name, label) : name;
  }

  private say(place: number): void {
    const said = this.querySelector('.c-area-said');
    if (said) {
      const { x, y, width, height } = box(this.areas[place]);
      said.textContent = filled(this.texts.at, this.called(place), ...[x, y, width, height].map((part) => Math.round(part * 100)));
    }
  }
}

function box({ shape, at }: Pick<Area, 'shape' | 'at'>): Box {
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
function placed(area: Pick<Area, 'shape' | 'at'>, { x, y, width, height }: Box): number[] {
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
function moved({ x, y, width, height }: Box, by: Point): Box {
  return {
    x: within(x + by.x, Math.min(0, x), Math.max(1 - width, x)),
    y: within(y + by.y, Math.min(0, y), Math.max(1 - height, y)),
    width,
    height,
  };
}

function sized({ x, y, width, height }: Box, by: Point): Box {
  return {
    x,
    y,
    width: within(width + by.x, LEAST, Math.max(1 - x, LEAST)),
    height: within(height + by.y, LEAST, Math.max(1 - y, LEAST)),
  };
}

function between(one: Point, other: Point): Box {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** From 0 to 1 with four decimals, as the server reads it. */
function rounded(part: number): number {
  return Math.round(within(part, 0, 1) * 10_000) / 10_000;
}

function filled(text: string | undefined, ...values: (string | number)[]): string {
  return values.reduce<string>((all, value, index) => all.replace(`{${index}}`, () => String(value)), text ?? '');
}

customElements.get('c-area-picture') ?? customElements.define('c-area-picture', CollegiumAreaPicture);

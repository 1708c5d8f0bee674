import type { CollegiumHotspotPicture, Point } from '../quiz/hotspot-picture';
import { AreaCorners } from './area-corners';
import { AreaPast } from './area-past';
import { type Area, bent, between, type Box, box, corners, cut, LEAST, moved, NOTHING, placed, sized, split, within } from './area-shapes';

interface Dragging {
  /** Of the area; -1 for one that is being drawn. */
  place: number;
  from: Point;
  box: Box;
  sizing: boolean;
  /** Of a polygon, the corner that is moved; -1 for none. */
  corner: number;
  /** The corner behind which another one is made of a dot; -1 for none. */
  making: number;
  changed: boolean;
}

const STEP = 0.01;
const FINE = 0.001;
const PAUSE = 300;
const DRAWN = 8;
const WAYS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * Areas over a picture (data-areas), each with its name as a handle. They are moved by dragging and by the keys of the arrows, sized at
 * a corner and with Shift, and drawn from a free place; each corner of a polygon is moved by itself, made of a dot between two, and
 * removed. Ctrl+Z takes a change back, Ctrl+Y does it again. The one in whose fields one is, is marked. Events: area-moved, with the
 * number of the change, the area and its numbers; area-drawn, with the numbers of a rectangle; area-removed, with its place. Until the
 * server has seen a change, what it shows is older and waits.
 */
class CollegiumAreaPicture extends HTMLElement {
  static readonly observedAttributes = ['data-areas', 'data-enter'];

  private readonly over = document.createElement('div');
  private readonly corner = document.createElement('span');
  private readonly draft = document.createElement('span');
  private readonly handles: HTMLButtonElement[] = [];
  private readonly corners = new AreaCorners();
  private picture?: CollegiumHotspotPicture;
  private list?: HTMLElement;
  private areas: Area[] = [];
  private chosen = 0;
  private sent = 0;
  private pause?: number;
  private waiting?: number;
  private dragging?: Dragging;
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
    this.corner.toggleAttribute('data-beside', area?.shape === 'polygon');
    this.corners.show(area, this.handles[this.chosen], (corner, all) =>
      filled(this.texts.corner, corner + 1, all, this.called(this.chosen)),
    );
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

  private get past(): AreaPast {
    return AreaPast.of(this.closest('.c-question-form') ?? this);
  }

  /** Goes to an area that was just drawn, or to what is left, once its picture is there. */
  private enter(tries = 120): void {
    const place = Number(this.dataset.enter);
    const goal = this.handles[place] ?? (place < 0 ? this.querySelector<HTMLButtonElement>('[data-begin]') : undefined);
    if (goal && goal.getClientRects().length > 0) {
      this.removeAttribute('data-enter');
      if (this.past.drawn && this.areas[place]) {
        this.past.drawn = false;
        this.past.came(this.areas[place]);
      }
      goal.focus();
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
    if (handle >= 0 || target === this.corner || this.corners.of(target) >= 0 || this.corners.before(target) >= 0) {
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
    this.dragging = {
      place,
      from: this.spot(event),
      box: place < 0 ? NOTHING : box(this.areas[place]),
      sizing: target === this.corner,
      corner: this.corners.of(target),
      making: this.corners.before(target),
      changed: false,
    };
    if (this.dragging.corner >= 0) {
      this.corners.focus(this.dragging.corner);
    } else if (place >= 0) {
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
      this.make(now);
    }
    if (now.place < 0) {
      const { x, y, width, height } = between(now.from, to);
      this.draft.style.cssText = `left:${x * 100}%;top:${y * 100}%;width:${width * 100}%;height:${height * 100}%`;
      this.over.append(this.draft);
    } else if (now.changed && now.corner >= 0) {
      this.bend(now.place, now.corner, to);
    } else if (now.changed && now.making < 0) {
      const by = { x: to.x - now.from.x, y: to.y - now.from.y };
      this.place(now.place, now.sizing ? sized(now.box, by) : moved(now.box, by));
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

  /** Makes a corner of the dot that is dragged. */
  private make(now: Dragging): void {
    const at = now.making < 0 ? undefined : split(this.areas[now.place].at, now.making);
    if (at) {
      now.corner = now.making + 1;
      this.put(now.place, at);
      this.corners.focus(now.corner);
    }
  }

  private bend(place: number, corner: number, to: Point): void {
    this.put(place, bent(this.areas[place].at, corner, to));
    this.sayCorner(place, corner);
  }

  /** The browser took the pointer for something else. */
  private giveUp(): void {
    const now = this.dragging;
    this.dragging = undefined;
    this.draft.remove();
    if (now?.changed && now.place >= 0) {
      this.step();
    }
    this.take();
  }

  private remember(place: number): void {
    if (place >= 0) {
      this.past.remember(this.areas[place]);
    }
  }

  /** Shows the last area as it was before, or as it was again; its place. One that was not there goes. */
  private step(forth = false): number | undefined {
    const last = this.past.step(this.areas, forth);
    if (last?.at) {
      this.areas[last.place] = { ...this.areas[last.place], at: last.at };
      this.chosen = last.place;
      this.show();
      return last.place;
    }
    if (last) {
      this.takeOut(last.place);
    }
    return undefined;
  }

  private takeBack(forth: boolean): void {
    this.flush();
    const place = this.step(forth);
    if (place !== undefined) {
      this.handles[place].focus();
      this.say(place);
      this.send(place);
    }
  }

  private takeOut(place: number): void {
    this.flush();
    this.past.drawn = false;
    this.dispatchEvent(new CustomEvent('area-removed', { detail: { place } }));
  }

  private key(event: KeyboardEvent): void {
    const corner = this.corners.of(event.target);
    const place = corner >= 0 ? this.chosen : this.handles.indexOf(event.target as HTMLButtonElement);
    if (place < 0 || event.altKey) {
      return;
    }
    const control = event.ctrlKey || event.metaKey;
    const way = WAYS[event.key];
    const word = event.key.toLowerCase();
    if (control && (word === 'z' || word === 'y')) {
      this.takeBack(word === 'y' || event.shiftKey);
    } else if (!control && way && corner >= 0) {
      this.push(place, corner, way, event.shiftKey ? FINE : STEP);
    } else if (!control && way) {
      const by = { x: way.x * STEP, y: way.y * STEP };
      const before = box(this.areas[place]);
      this.later(place);
      this.place(place, event.shiftKey ? sized(before, by) : moved(before, by));
    } else if (!control && (word === 'delete' || word === 'backspace')) {
      this.without(place, corner);
    } else if (!control && corner >= 0 && (word === 'insert' || word === '+')) {
      this.become(place, split(this.areas[place].at, corner), corner + 1);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private push(place: number, corner: number, way: Point, step: number): void {
    const { x, y } = corners(this.areas[place])[corner];
    this.later(place);
    this.bend(place, corner, { x: within(x + way.x * step, 0, 1), y: within(y + way.y * step, 0, 1) });
  }

  private without(place: number, corner: number): void {
    if (corner < 0) {
      this.takeOut(place);
    } else {
      const { at } = this.areas[place];
      this.become(place, cut(at, corner), Math.min(corner, at.length / 2 - 2));
    }
  }

  /** Gives a polygon another number of corners, and goes to one. */
  private become(place: number, at: number[] | undefined, corner: number): void {
    if (at) {
      this.flush();
      this.remember(place);
      this.put(place, at);
      this.corners.focus(corner);
      this.sayCorner(place, corner);
      this.send(place);
    }
  }

  /** Changes by keys that follow each other are one. */
  private later(place: number): void {
    if (this.waiting !== place) {
      this.flush();
      this.remember(place);
    }
    this.waiting = place;
    window.clearTimeout(this.pause);
    this.pause = window.setTimeout(() => this.flush(), PAUSE);
  }

  private place(place: number, around: Box): void {
    if (this.areas[place]) {
      this.put(place, placed(this.areas[place], around));
      this.say(place);
    }
  }

  private put(place: number, at: number[]): void {
    this.areas[place] = { ...this.areas[place], at };
    this.show();
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
    this.past.drawn = true;
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
    const { x, y, width, height } = box(this.areas[place]);
    this.tell(filled(this.texts.at, this.called(place), ...[x, y, width, height].map((part) => Math.round(part * 100))));
  }

  private sayCorner(place: number, corner: number): void {
    const all = corners(this.areas[place]);
    const { x, y } = all[corner];
    const name = filled(this.texts.corner, corner + 1, all.length, this.called(place));
    this.tell(filled(this.texts.cornerAt, name, ...[x, y].map((part) => Math.round(part * 1000) / 10)));
  }

  private tell(words: string): void {
    const said = this.querySelector('.c-area-said');
    if (said) {
      said.textContent = words;
    }
  }
}

function filled(text: string | undefined, ...values: (string | number)[]): string {
  return values.reduce<string>((all, value, index) => all.replace(`{${index}}`, () => String(value)), text ?? '');
}

customElements.get('c-area-picture') ?? customElements.define('c-area-picture', CollegiumAreaPicture);

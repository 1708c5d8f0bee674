/** An area over a picture, in fractions of its width and height. */
interface Area {
  key: string;
  shape: 'rectangle' | 'ellipse' | 'polygon';
  at: number[];
  x: number;
  y: number;
  sign: string;
  look: string;
}

export interface Pin {
  x: number;
  y: number;
  sign: string;
  look: string;
}

export interface Point {
  x: number;
  y: number;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A picture with areas (data-areas) and marks (data-pins) drawn over it, which stay where they belong when its size changes. With
 * data-draw, the word of a shape, one draws in it: event hotspot-drawn, whose detail has all numbers of a rectangle or an ellipse, or one
 * corner of a polygon.
 */
export class CollegiumHotspotPicture extends HTMLElement {
  static readonly observedAttributes = ['data-areas', 'data-pins'];

  private readonly layer = document.createElement('div');
  private readonly drawing = document.createElementNS(SVG, 'svg');
  private readonly sizes = new ResizeObserver(() => this.place());
  private readonly texts = new MutationObserver(() => this.find());
  private image: HTMLImageElement | undefined;
  private laid: HTMLElement | undefined;
  private from: Point | undefined;
  private readonly onDown = (event: PointerEvent) => this.begin(event);
  private readonly onMove = (event: PointerEvent) => this.stretch(event);
  private readonly onUp = (event: PointerEvent) => this.end(event);

  connectedCallback(): void {
    this.layer.className = 'quiz-hotspot-layer';
    this.layer.setAttribute('aria-hidden', 'true');
    this.drawing.setAttribute('viewBox', '0 0 1 1');
    this.drawing.setAttribute('preserveAspectRatio', 'none');
    this.append(this.layer);
    this.texts.observe(this, { childList: true, subtree: true });
    this.addEventListener('pointerdown', this.onDown);
    this.addEventListener('pointermove', this.onMove);
    this.addEventListener('pointerup', this.onUp);
    this.find();
    this.draw();
  }

  disconnectedCallback(): void {
    this.texts.disconnect();
    this.sizes.disconnect();
    this.image = undefined;
    this.removeEventListener('pointerdown', this.onDown);
    this.removeEventListener('pointermove', this.onMove);
    this.removeEventListener('pointerup', this.onUp);
  }

  attributeChangedCallback(): void {
    this.draw();
  }

  get areas(): Area[] {
    return JSON.parse(this.dataset.areas ?? '[]') as Area[];
  }

  /** Lays something over the picture, which keeps its place and size. */
  over(element: HTMLElement): void {
    this.laid = element;
    this.append(element);
    this.place();
  }

  /** Where in the picture a pointer is; none outside of it. */
  at(event: { clientX: number; clientY: number }): Point | undefined {
    const box = this.layer.getBoundingClientRect();
    const point = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    return box.width > 0 && point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1 ? point : undefined;
  }

  /** The length of a way in the picture, in pixels of the screen. */
  distance(one: Point, other: Point): number {
    const box = this.layer.getBoundingClientRect();
    return Math.hypot((one.x - other.x) * box.width, (one.y - other.y) * box.height);
  }

  /** The areas at a place, the one that is drawn last first. */
  areasAt(point: Point): string[] {
    const box = this.layer.getBoundingClientRect();
    return [...this.drawing.querySelectorAll<SVGGeometryElement>('[data-key]')]
      .filter((shape) => {
        const place = this.drawing.createSVGPoint();
        place.x = point.x;
        place.y = point.y;
        return box.width > 0 && shape.isPointInFill(place);
      })
      .map((shape) => shape.dataset.key ?? '')
      .reverse();
  }

  choose(keys: string[]): void {
    this.drawing
      .querySelectorAll<SVGElement>('[data-key]')
      .forEach((shape) => shape.toggleAttribute('data-chosen', keys.includes(shape.dataset.key ?? '')));
    this.layer
      .querySelectorAll<HTMLElement>('[data-of]')
      .forEach((sign) => sign.toggleAttribute('data-chosen', keys.includes(sign.dataset.of ?? '')));
  }

  /** Shows a cross where keys would set a mark. */
  cross(point: Point | undefined): void {
    let cross = this.layer.querySelector<HTMLElement>('.quiz-hotspot-cross');
    if (!point) {
      cross?.remove();
      return;
    }
    if (!cross) {
      cross = document.createElement('span');
      cross.className = 'quiz-hotspot-cross';
      this.layer.append(cross);
    }
    put(cross, point);
  }

  private find(): void {
    const image = this.querySelector<HTMLImageElement>('collegium-prose img') ?? undefined;
    if (image !== this.image) {
      this.sizes.disconnect();
      this.image = image;
      if (image) {
        image.draggable = false;
        this.sizes.observe(image);
        this.sizes.observe(this);
        image.addEventListener('load', () => this.place(), { once: true });
      }
      this.place();
    }
  }

  private place(): void {
    for (const layer of this.laid ? [this.layer, this.laid] : [this.layer]) {
      if (this.image) {
        const box = this.image.getBoundingClientRect();
        const own = this.getBoundingClientRect();
        layer.style.left = `${box.left - own.left}px`;
        layer.style.top = `${box.top - own.top}px`;
        layer.style.width = `${box.width}px`;
        layer.style.height = `${box.height}px`;
      }
      layer.hidden = !this.image;
    }
  }

  private draw(): void {
    const chosen = [...this.drawing.querySelectorAll<SVGElement>('[data-chosen]')].map((shape) => shape.dataset.key ?? '');
    const cross = this.layer.querySelector('.quiz-hotspot-cross');
    this.drawing.replaceChildren(...this.areas.flatMap(outlines));
    const signs = this.areas
      .filter((area) => area.sign !== '' || area.look === 'right')
      .map((area) => {
        const sign = label('quiz-hotspot-letter', area, area.look === 'right' ? `${area.sign}✓` : area.sign);
        sign.dataset.of = area.key;
        return sign;
      });
    const pins = (JSON.parse(this.dataset.pins ?? '[]') as Pin[]).map((pin) =>
      label('quiz-hotspot-pin', pin, pin.look === 'plain' ? pin.sign : `${pin.sign}${pin.look === 'right' ? '✓' : '✗'}`),
    );
    this.layer.replaceChildren(this.drawing, ...signs, ...pins, ...(cross ? [cross] : []));
    this.choose(chosen);
  }

  private begin(event: PointerEvent): void {
    const point = this.at(event);
    if (this.dataset.draw && point && event.button === 0) {
      event.preventDefault();
      if (this.dataset.draw === 'polygon') {
        this.drawn([point.x, point.y]);
      } else {
        this.from = point;
        this.setPointerCapture(event.pointerId);
      }
    }
  }

  private stretch(event: PointerEvent): void {
    const to = this.from && this.at(event);
    if (this.from && to) {
      this.drawing.querySelector('.quiz-hotspot-draft')?.remove();
      const draft = element({ shape: this.dataset.draw as Area['shape'], at: this.between(this.from, to) });
      draft.classList.add('quiz-hotspot-draft');
      this.drawing.append(draft);
    }
  }

  private end(event: PointerEvent): void {
    const from = this.from;
    const to = from && this.at(event);
    this.from = undefined;
    this.drawing.querySelector('.quiz-hotspot-draft')?.remove();
    if (from && to && this.distance(from, to) > 4) {
      this.drawn(this.between(from, to));
    }
  }

  private between(one: Point, other: Point): number[] {
    const [left, top] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
    const [width, height] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
    return this.dataset.draw === 'ellipse'
      ? [left + width / 2, top + height / 2, width / 2, height / 2]
      : [left, top, width, height];
  }

  private drawn(numbers: number[]): void {
    const detail = numbers.map((number) => rounded(number)).join(',');
    this.dispatchEvent(new CustomEvent('hotspot-drawn', { detail }));
  }
}

/** From 0 to 1 with four decimals, as the server reads it. */
export function rounded(fraction: number): string {
  return String(Math.round(Math.min(1, Math.max(0, fraction)) * 10_000) / 10_000);
}

/** Two lines over each other, a light and a dark one, are seen on every picture. */
function outlines(area: Area): SVGElement[] {
  const below = element(area);
  below.classList.add('quiz-hotspot-halo');
  const above = element(area);
  above.classList.add('quiz-hotspot-area');
  above.dataset.key = area.key;
  above.dataset.look = area.look;
  return [below, above];
}

function element(area: { shape: Area['shape']; at: number[] }): SVGElement {
  const [x, y, width, height] = area.at;
  switch (area.shape) {
    case 'rectangle':
      return made('rect', { x, y, width, height });
    case 'ellipse':
      return made('ellipse', { cx: x, cy: y, rx: width, ry: height });
    case 'polygon':
      return made('polygon', { points: area.at.join(' ') });
  }
}

function made(name: string, attributes: Record<string, number | string>): SVGElement {
  const shape = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([attribute, value]) => shape.setAttribute(attribute, String(value)));
  shape.setAttribute('vector-effect', 'non-scaling-stroke');
  return shape;
}

function label(name: string, at: Pin | Area, text: string): HTMLElement {
  const sign = document.createElement('span');
  sign.className = name;
  sign.dataset.look = at.look;
  sign.textContent = text;
  put(sign, at);
  return sign;
}

function put(sign: HTMLElement, point: Point): void {
  sign.style.left = `${point.x * 100}%`;
  sign.style.top = `${point.y * 100}%`;
}

export function defineHotspotPicture(): void {
  if (!customElements.get('c-hotspot-picture')) {
    customElements.define('c-hotspot-picture', CollegiumHotspotPicture);
  }
}

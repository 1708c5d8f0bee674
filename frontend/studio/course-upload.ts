import { forget, Paused, Refused, Sending } from './sending';

interface Server {
  renew(): void;
  imported(job: string): void;
  left(): void;
}

interface Unfinished {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly received: number;
}

/** How far back the rate looks, and how often the live region speaks. */
const WINDOW = 12_000;
const SAID_EVERY = 0.1;

/**
 * Where a course is chosen and goes to the server in pieces. What was sent stays there when the page is left; choosing the same file again
 * goes on with it.
 */
class CollegiumCourseUpload extends HTMLElement {
  declare $server: Server;
  private texts: Record<string, string> = {};
  private file: File | undefined;
  private sending: Sending | undefined;
  private doing = '';
  private received = 0;
  private said = 0;
  private samples: { at: number; received: number }[] = [];
  private begun = false;

  connectedCallback(): void {
    if (!this.begun) {
      this.begun = true;
      this.texts = JSON.parse(this.dataset.texts ?? '{}') as Record<string, string>;
      this.build();
    }
    this.addEventListener('dragover', this.dragged);
    this.addEventListener('dragleave', this.dragged);
    this.addEventListener('drop', this.dropped);
  }

  disconnectedCallback(): void {
    this.removeEventListener('dragover', this.dragged);
    this.removeEventListener('dragleave', this.dragged);
    this.removeEventListener('drop', this.dropped);
    this.sending?.stop();
  }

  private build(): void {
    const picker = document.createElement('input');
    picker.type = 'file';
    picker.hidden = true;
    picker.accept = this.dataset.accept ?? '';
    picker.addEventListener('change', () => {
      this.take(picker.files?.[0]);
      picker.value = '';
    });
    const drop = element('div', 'c-upload-drop');
    const choose = this.button('choose', () => picker.click());
    choose.classList.add('c-button-primary');
    drop.append(choose, element('span', 'c-upload-or c-muted', this.text('drop')), picker);
    const going = element('div', 'c-upload-going');
    going.hidden = true;
    const bar = document.createElement('progress');
    bar.max = 1;
    going.append(
      element('strong', 'c-upload-name'),
      bar,
      element('p', 'c-upload-state c-small'),
      element('div', 'c-studio-actions'),
    );
    const problem = element('p', 'c-upload-problem');
    problem.setAttribute('role', 'alert');
    const said = element('p', 'c-hidden c-upload-said');
    said.setAttribute('role', 'status');
    this.append(this.waiting(), drop, going, problem, said);
  }

  /** What came in part, and is gone on with. */
  private waiting(): HTMLElement {
    const list = element('ul', 'c-upload-waiting');
    for (const one of JSON.parse(this.dataset.unfinished ?? '[]') as Unfinished[]) {
      const line = element('li', 'c-notice');
      const words = fill(this.text('unfinished'), one.name, size(one.received), size(one.size));
      const remove = this.button('remove', () => {
        remove.setAttribute('disabled', '');
        void forget(this.dataset.ticket ?? '', one.id).then((gone) => {
          if (gone) {
            line.remove();
            this.tell(fill(this.text('removed'), one.name));
            this.querySelector<HTMLElement>('[data-act=choose]')?.focus();
          } else {
            remove.removeAttribute('disabled');
            this.fails('again');
          }
        });
      });
      remove.setAttribute('aria-label', `${this.text('remove')}: ${one.name}`);
      line.append(element('span', '', words), remove);
      list.append(line);
    }
    return list;
  }

  private readonly dragged = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      this.querySelector('.c-upload-drop')?.toggleAttribute('data-over', event.type === 'dragover');
    }
  };

  private readonly dropped = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      this.querySelector('.c-upload-drop')?.removeAttribute('data-over');
      if (event.dataTransfer.files.length > 1 && !this.sending) {
        this.fails('several');
      } else {
        this.take(event.dataTransfer.files[0]);
      }
    }
  };

  private take(file: File | undefined): void {
    if (!file || this.sending) {
      return;
    }
    this.fails('');
    const endings = (this.dataset.accept ?? '').split(',');
    if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) {
      this.fails('kind');
    } else if (file.size === 0) {
      this.fails('empty');
    } else if (file.size > Number(this.dataset.most)) {
      this.fails('large');
    } else {
      this.file = file;
      this.begin();
    }
  }

  private begin(): void {
    const { file } = this;
    if (!file) {
      return;
    }
    this.fails('');
    this.samples = [];
    this.said = -1;
    const sending = new Sending(
      file,
      () => this.dataset.ticket ?? '',
      () => this.$server.renew(),
      (doing, received) => this.at(doing, received),
    );
    this.sending = sending;
    this.show();
    this.acts(this.button('pause', () => sending.stop()));
    sending.send().then(
      (job) => {
        this.doing = 'whole';
        this.received = file.size;
        this.show();
        this.acts();
        this.tell(this.text('whole'));
        this.$server.imported(job);
      },
      (failed: unknown) => this.ended(failed),
    );
  }

  private ended(failed: unknown): void {
    this.sending = undefined;
    if (failed instanceof Paused) {
      this.doing = 'paused';
      this.tell(this.text('paused'));
    } else {
      this.doing = 'failed';
      this.fails(failed instanceof Refused ? failed.problem : 'unreadable');
    }
    this.show();
    const on = this.button('on', () => this.begin());
    const other = this.button('other', () => {
      this.file = undefined;
      this.doing = '';
      this.fails('');
      this.show();
      this.$server.left();
    });
    this.acts(on, other);
    on.focus();
  }

  private at(doing: string, received: number): void {
    this.doing = doing;
    if (received >= 0) {
      this.received = received;
    }
    const now = Date.now();
    this.samples.push({ at: now, received: this.received });
    while (this.samples.length > 2 && now - this.samples[0]!.at > WINDOW) {
      this.samples.shift();
    }
    const share = Math.floor(this.share / SAID_EVERY);
    if (share !== this.said || doing === 'again') {
      this.said = share;
      this.tell(this.words());
    }
    this.show();
  }

  private get share(): number {
    return this.file ? this.received / this.file.size : 0;
  }

  private show(): void {
    const going = this.querySelector<HTMLElement>('.c-upload-going');
    const bar = this.querySelector('progress');
    if (!going || !bar) {
      return;
    }
    going.hidden = !this.file;
    this.querySelector<HTMLElement>('.c-upload-drop')!.hidden = this.file !== undefined;
    this.querySelector<HTMLElement>('.c-upload-waiting')!.hidden = this.file !== undefined;
    going.querySelector('.c-upload-name')!.textContent = this.file?.name ?? '';
    bar.setAttribute('aria-label', fill(this.text('label'), this.file?.name ?? ''));
    bar.value = this.share;
    going.querySelector('.c-upload-state')!.textContent = this.words();
  }

  private words(): string {
    const there = fill(this.text('there'), size(this.received), size(this.file?.size ?? 0));
    const words = [there];
    const rate = this.rate;
    if (this.doing === 'sending' && rate > 0) {
      words.push(fill(this.text('rate'), size(rate)), this.left(((this.file?.size ?? 0) - this.received) / rate));
    } else if (this.doing && this.doing !== 'sending') {
      words.push(this.text(this.doing));
    }
    return words.join(' · ');
  }

  /** Bytes a second over the last moments; 0 while it is not known. */
  private get rate(): number {
    const [first] = this.samples;
    const last = this.samples[this.samples.length - 1];
    const time = first && last ? last.at - first.at : 0;
    return time > 1_000 ? ((last!.received - first!.received) * 1_000) / time : 0;
  }

  private left(seconds: number): string {
    return seconds < 60
      ? fill(this.text('seconds'), String(Math.max(1, Math.ceil(seconds / 5) * 5)))
      : fill(this.text('minutes'), String(Math.ceil(seconds / 60)));
  }

  private acts(...buttons: HTMLElement[]): void {
    this.querySelector('.c-upload-going .c-studio-actions')?.replaceChildren(...buttons);
  }

  private button(act: string, press: () => void): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'c-button';
    button.dataset.act = act;
    button.textContent = this.text(act);
    button.addEventListener('click', press);
    return button;
  }

  private fails(problem: string): void {
    const place = this.querySelector('.c-upload-problem');
    if (place) {
      place.textContent = problem ? this.text(`problem.${problem}`) || this.text('problem.unreadable') : '';
    }
  }

  private text(name: string): string {
    return this.texts[name] ?? '';
  }

  private tell(sentence: string): void {
    const said = this.querySelector('.c-upload-said');
    if (said) {
      said.textContent = sentence;
    }
  }
}

function element(tag: string, classes: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = classes;
  made.textContent = text;
  return made;
}

function fill(text: string, ...values: string[]): string {
  return values.reduce((filled, value, at) => filled.replaceAll(`{${at}}`, () => value), text);
}

function size(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < 3) {
    value /= 1024;
    unit++;
  }
  const digits = unit > 1 && value < 100 ? 1 : 0;
  return new Intl.NumberFormat(document.documentElement.lang || 'en', {
    style: 'unit',
    unit: units[unit],
    maximumFractionDigits: digits,
  }).format(value);
}

if (!customElements.get('c-course-upload')) {
  customElements.define('c-course-upload', CollegiumCourseUpload);
}

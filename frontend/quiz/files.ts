import type { Fate } from './question';
import { fill, time } from './sitting-data';
import { isAborted, list, Refused, remove, Upload, type Stored } from './upload';

const LATELY = 15_000;

interface Line {
  stored?: Stored;
  file?: File;
  upload?: Upload;
  /** A text about it, and how much of it is there. */
  state: string;
  share: number;
  problem?: string;
}

/**
 * Files that are handed in as the answer to a question. They go to the server by themselves, by the ticket of the attempt around; in a
 * trial, which has none, they stay here. Its answers are the files that are there whole.
 *
 * Event: change, when files came or went.
 */
export class CollegiumFiles extends HTMLElement {
  private lines: Line[] = [];
  private texts: Record<string, string> = {};
  private begun = false;
  private busy: Promise<void> = Promise.resolve();
  private picker: HTMLInputElement | undefined;
  private replaced: string | null = null;
  private lastLook = 0;
  private readonly onClick = (event: Event) => this.clicked(event);
  private readonly onDrag = (event: DragEvent) => this.dragged(event);
  private readonly onDrop = (event: DragEvent) => this.dropped(event);
  private readonly onSeen = () => void this.look();

  connectedCallback(): void {
    if (!this.begun) {
      this.begun = true;
      this.texts = JSON.parse(this.dataset.texts ?? '{}') as Record<string, string>;
      const files = JSON.parse(this.dataset.files ?? '[]') as Stored[];
      this.lines = files.map((stored) => ({ stored, state: 'stored', share: 1 }));
    }
    this.addEventListener('click', this.onClick);
    this.addEventListener('dragover', this.onDrag);
    this.addEventListener('dragleave', this.onDrag);
    this.addEventListener('drop', this.onDrop);
    window.addEventListener('focus', this.onSeen);
    this.show();
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.onClick);
    this.removeEventListener('dragover', this.onDrag);
    this.removeEventListener('dragleave', this.onDrag);
    this.removeEventListener('drop', this.onDrop);
    window.removeEventListener('focus', this.onSeen);
  }

  get answers(): string[] {
    return this.lines.flatMap(({ stored }) => (stored ? [JSON.stringify(stored)] : []));
  }

  /** What is there is known from the server alone. */
  set answers(_: string[]) {
    return;
  }

  get fate(): Fate {
    if (!this.ticket) {
      return 'trial';
    }
    if (this.lines.some(({ problem }) => problem === 'ended')) {
      return 'closed';
    }
    if (this.lines.some(({ upload }) => upload)) {
      return navigator.onLine && !this.lines.some(({ state }) => state === 'again') ? 'waiting' : 'offline';
    }
    return this.lines.some(({ stored }) => stored) ? 'saved' : 'none';
  }

  /** When the last of them came. */
  get savedAt(): Date | undefined {
    const times = this.lines.flatMap(({ stored }) => (stored?.storedAt ? [new Date(stored.storedAt).getTime()] : []));
    return times.length > 0 ? new Date(Math.max(...times)) : undefined;
  }

  /** Whether some are on their way. */
  get pending(): boolean {
    return this.lines.some(({ upload }) => upload);
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.pending) {
      await this.busy;
    }
  }

  private get ticket(): string {
    return this.closest<HTMLElement>('c-sitting')?.dataset.ticket ?? '';
  }

  private get most(): number {
    return Number(this.dataset.most ?? 1);
  }

  private get count(): number {
    return this.lines.filter(({ stored, upload }) => stored ?? upload).length;
  }

  private clicked(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>('[data-act]');
    const line = this.lines[Number(button?.closest<HTMLElement>('[data-line]')?.dataset.line ?? -1)];
    switch (button?.dataset.act) {
      case 'choose':
        this.pick(false, null);
        break;
      case 'camera':
        this.pick(true, null);
        break;
      case 'replace':
        this.pick(false, line?.stored?.id ?? null);
        break;
      case 'remove':
        void this.takeOut(line);
        break;
    }
  }

  private pick(camera: boolean, replaced: string | null): void {
    this.picker?.remove();
    const picker = document.createElement('input');
    picker.type = 'file';
    picker.hidden = true;
    picker.className = 'quiz-files-picker';
    picker.multiple = !camera && replaced === null && this.most > 1;
    picker.accept = camera ? 'image/*' : (this.dataset.accept ?? '');
    if (camera) {
      picker.setAttribute('capture', 'environment');
    }
    picker.addEventListener('change', (event) => {
      event.stopPropagation();
      this.take([...(picker.files ?? [])]);
    });
    picker.addEventListener('input', (event) => event.stopPropagation());
    this.picker = picker;
    this.replaced = replaced;
    this.append(picker);
    picker.click();
  }

  private dragged(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      this.querySelector('.quiz-files-drop')?.toggleAttribute('data-over', event.type === 'dragover');
    }
  }

  private dropped(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      this.querySelector('.quiz-files-drop')?.removeAttribute('data-over');
      this.replaced = null;
      this.take([...event.dataTransfer.files]);
    }
  }

  private take(files: File[]): void {
    this.lines = this.lines.filter(({ stored, upload }) => stored ?? upload);
    for (const file of files) {
      const replaced = this.replaced;
      this.replaced = null;
      const line: Line = { file, state: 'waiting', share: 0 };
      if (file.size === 0) {
        line.problem = 'empty';
      } else if (file.size > Number(this.dataset.bytes)) {
        line.problem = 'large';
      } else if (!replaced && this.count >= this.most) {
        line.problem = 'many';
      } else if (!this.ticket) {
        const name = file.name.slice(-100);
        line.stored = { id: null, name, size: file.size, kind: 'ANY', mediaType: '', sha256: '', storedAt: null } as Stored;
        line.state = 'trial';
      } else {
        this.send(line, file, replaced);
      }
      this.lines.push(line);
      if (line.problem) {
        this.tell(`${file.name}: ${this.text(`problem.${line.problem}`)}`);
      }
    }
    this.changed();
  }

  /** One after the other: a line that is bad is not made better by more at once. */
  private send(line: Line, file: File, replaced: string | null): void {
    const upload = new Upload(
      file,
      this.dataset.question ?? '',
      replaced,
      () => this.ticket,
      () => this.closest('c-sitting')?.dispatchEvent(new CustomEvent('quiz-expired')),
      (state, share) => {
        line.state = state;
        line.share = share < 0 ? line.share : share;
        this.changed();
      },
    );
    line.upload = upload;
    this.busy = this.busy.then(async () => {
      try {
        line.stored = await upload.send();
        line.state = 'stored';
        this.lines = this.lines.filter((other) => other === line || !replaced || other.stored?.id !== replaced);
        this.tell(fill(this.text('stored'), line.stored.name, this.at(line.stored)));
      } catch (error) {
        if (isAborted(error)) {
          this.lines = this.lines.filter((other) => other !== line);
        } else {
          line.problem = error instanceof Refused ? error.problem : 'unreadable';
          this.tell(`${file.name}: ${this.text(`problem.${line.problem}`)}`);
        }
      }
      line.upload = undefined;
      this.changed();
    });
  }

  private async takeOut(line: Line | undefined): Promise<void> {
    if (!line) {
      return;
    }
    line.upload?.stop();
    const id = line.stored?.id;
    if (id && !(await remove(this.ticket, id))) {
      this.tell(this.text('again'));
      return;
    }
    this.lines = this.lines.filter((other) => other !== line);
    this.tell(fill(this.text('removed'), line.stored?.name ?? line.file?.name ?? ''));
    this.changed();
    this.querySelector<HTMLElement>('[data-act=choose]')?.focus();
  }

  /** Another device may have sent or removed some meanwhile. */
  async look(): Promise<void> {
    if (!this.ticket || this.pending || Date.now() - this.lastLook < LATELY) {
      return;
    }
    this.lastLook = Date.now();
    const found = await list(this.ticket);
    const own = found?.filter((file) => (file as Stored & { question?: string }).question === this.dataset.question);
    if (own && !this.pending) {
      const failed = this.lines.filter(({ problem }) => problem);
      this.lines = [...own.map((stored) => ({ stored, state: 'stored', share: 1 })), ...failed];
      this.changed();
    }
  }

  private changed(): void {
    this.show();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The list is made anew when its lines are others; else only what is said of them. */
  private show(): void {
    const items = this.querySelector('.quiz-files-list');
    const known = this.lines.map(({ stored, file, problem }) => `${stored?.id ?? ''}/${stored?.name ?? file?.name}/${problem ?? ''}`).join('\n');
    if (items && items.getAttribute('data-known') !== known) {
      items.setAttribute('data-known', known);
      items.replaceChildren(...this.lines.map((line, at) => this.item(line, at)));
    }
    this.lines.forEach((line, at) => {
      const words = items?.children[at]?.querySelector('.quiz-file-state');
      const bar = items?.children[at]?.querySelector('progress');
      const said = this.words(line);
      if (words && words.textContent !== said) {
        words.textContent = said;
      }
      if (bar) {
        bar.hidden = !line.upload;
        bar.value = line.share;
      }
    });
    const full = this.count >= this.most;
    this.querySelectorAll<HTMLButtonElement>('.quiz-files-drop [data-act]').forEach((button) => (button.disabled = full));
  }

  private item(line: Line, at: number): HTMLElement {
    const name = line.stored?.name ?? line.file?.name ?? '';
    const item = document.createElement('li');
    item.className = 'quiz-file';
    item.dataset.line = String(at);
    item.toggleAttribute('data-problem', line.problem !== undefined);
    const title = document.createElement(line.stored?.id ? 'a' : 'span');
    title.className = 'quiz-file-name';
    title.dir = 'auto';
    title.textContent = name;
    if (title instanceof HTMLAnchorElement) {
      title.href = `/answer-files/${line.stored?.id}`;
      title.target = '_blank';
      title.rel = 'noopener noreferrer';
      title.setAttribute('router-ignore', '');
    }
    const state = document.createElement('span');
    state.className = 'quiz-file-state c-small';
    const bar = document.createElement('progress');
    bar.max = 1;
    bar.setAttribute('aria-label', name);
    const acts = document.createElement('span');
    acts.className = 'quiz-file-acts';
    if (line.stored?.id) {
      acts.append(this.button('replace', name));
    }
    acts.append(this.button('remove', name));
    item.append(title, state, bar, acts);
    if (line.stored?.sha256 && line.stored.storedAt) {
      const receipt = document.createElement('details');
      receipt.className = 'quiz-file-receipt c-small';
      const summary = document.createElement('summary');
      summary.textContent = this.text('receipt');
      const hash = document.createElement('code');
      hash.textContent = line.stored.sha256;
      receipt.append(summary, hash);
      item.append(receipt);
    }
    return item;
  }

  private button(act: string, name: string): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'c-button';
    button.dataset.act = act;
    button.textContent = this.text(act);
    button.setAttribute('aria-label', `${this.text(act)}: ${name}`);
    return button;
  }

  private words(line: Line): string {
    const size = fill(this.text('size'), Math.max(1, Math.round((line.stored?.size ?? line.file?.size ?? 0) / 1024)));
    if (line.problem) {
      return this.text(`problem.${line.problem}`);
    }
    if (line.stored) {
      return line.stored.storedAt ? `${size} · ${fill(this.text('stored'), '', this.at(line.stored)).trim()}` : this.text('trial');
    }
    return `${size} · ${fill(this.text(line.state), Math.floor(line.share * 100))}`;
  }

  private at(stored: Stored): string {
    return stored.storedAt ? time(new Date(stored.storedAt)) : '';
  }

  private text(name: string): string {
    return this.texts[name] ?? '';
  }

  private tell(sentence: string): void {
    const said = this.querySelector('.quiz-files-said');
    if (said) {
      said.textContent = sentence;
    }
  }
}

export function defineFiles(): void {
  if (!customElements.get('c-files')) {
    customElements.define('c-files', CollegiumFiles);
  }
}

import DOMPurify from 'dompurify';
import { dialog } from './dialog';
import type { Output, Problem } from './kernel';
import type { Texts } from './lab-data';

/** Beyond this many characters the outputs of a cell are not saved, only shown. */
const MOST_SAVED = 200_000;

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** What one cell shows: text as text, HTML cleaned of everything that acts, pictures as pictures. */
export class Outputs {
  readonly element = document.createElement('div');
  private all: Output[] = [];

  private stale = false;

  constructor(
    private readonly texts: Texts,
    label: string,
    private readonly onServer: () => boolean,
  ) {
    this.element.className = 'lab-outputs';
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', label);
  }

  /** A run begins: what was shown stays until something new comes, so that the page does not jump. */
  begin(): void {
    this.stale = true;
    this.element.classList.add('lab-stale');
  }

  /** A run has ended: what is still there of an earlier one goes. */
  end(): void {
    if (this.stale) {
      this.clear();
    }
  }

  /** A run was stopped or never began: what was there stays. */
  keep(): void {
    this.stale = false;
    this.element.classList.remove('lab-stale');
  }

  clear(): void {
    this.keep();
    this.all = [];
    this.element.replaceChildren();
  }

  add(output: Output): void {
    this.end();
    const last = this.all.at(-1);
    if (output.kind === 'stream' && last?.kind === 'stream' && last.name === output.name) {
      last.text += output.text;
      const shown = this.element.lastElementChild;
      if (shown) {
        shown.textContent = withoutReturns(last.text);
      }
      return;
    }
    const kept = output.kind === 'stream' ? { ...output } : output;
    this.all.push(kept);
    this.element.append(this.show(kept));
  }

  /** As they are saved; empty when there are none, undefined when they are too long to be. */
  saved(): string | undefined {
    const kept = this.all.filter((output) => output.kind !== 'notice');
    const text = kept.length === 0 ? '' : JSON.stringify(kept);
    return text.length <= MOST_SAVED ? text : undefined;
  }

  restore(saved: string): void {
    this.clear();
    if (saved) {
      (JSON.parse(saved) as Output[]).forEach((output) => this.add(output));
    }
  }

  get empty(): boolean {
    return this.all.length === 0;
  }

  private show(output: Output): HTMLElement {
    switch (output.kind) {
      case 'stream':
        return pre(withoutReturns(output.text), output.name === 'stderr' ? 'lab-stderr' : 'lab-stdout');
      case 'error':
        return this.problem(output.problem);
      case 'shortened':
        return note(this.texts.shortened);
      case 'notice':
        return note(output.text);
      case 'limit': {
        const box = document.createElement('div');
        box.className = 'lab-error';
        box.append(note(this.texts.broken[output.name] ?? output.name));
        return box;
      }
      default:
        return this.bundle(output.bundle);
    }
  }

  private bundle(data: Record<string, string>): HTMLElement {
    const box = document.createElement('div');
    box.className = 'lab-result';
    const kind = PICTURES.find((type) => data[type]);
    if (kind) {
      box.append(this.picture(`data:${kind};base64,${data[kind]}`, data['text/plain'] ?? ''));
    } else if (data['image/svg+xml']) {
      // As a picture, not as elements: a picture runs nothing and loads nothing.
      const drawing = new Blob([data['image/svg+xml']], { type: 'image/svg+xml' });
      box.append(this.picture(URL.createObjectURL(drawing), data['text/plain'] ?? ''));
    } else if (data['text/html']) {
      box.classList.add('lab-html');
      box.append(clean(data['text/html']));
    } else {
      box.append(pre(data['text/plain'] ?? '', 'lab-plain'));
    }
    return box;
  }

  /** A picture that can be enlarged; on a phone the numbers of a plot are too small else. */
  private picture(source: string, words: string): HTMLElement {
    const said = words ? this.texts.picture.replace('{0}', words) : this.texts.pictureWithoutWords;
    const image = (): HTMLImageElement => {
      const element = document.createElement('img');
      element.src = source;
      element.alt = said;
      return element;
    };
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'lab-picture';
    button.setAttribute('aria-label', this.texts.enlarge.replace('{0}', said));
    button.append(image());
    button.addEventListener('click', () => {
      const { body } = dialog('lab-enlarged', words || this.texts.pictureTitle, this.texts.close);
      body.tabIndex = 0;
      body.append(image());
    });
    return button;
  }

  private problem(problem: Problem): HTMLElement {
    const box = document.createElement('div');
    box.className = 'lab-error';
    const sentence = document.createElement('p');
    sentence.className = 'lab-error-name';
    const name = document.createElement('strong');
    name.textContent = problem.name;
    // Where it was is said in words below.
    const value = problem.value.replace(/ \(<cell \d+>, line \d+\)$/, '');
    sentence.append(name, value ? `: ${value}` : '');
    box.append(sentence);
    if (problem.line) {
      box.append(note(this.texts.line.replace('{0}', String(problem.line))));
    }
    const missing = problem.name === 'ModuleNotFoundError' && this.onServer();
    const help = missing ? this.texts.server.missing : this.texts.errors[problem.name];
    if (help) {
      box.append(note(help));
    }
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = this.texts.traceback;
    details.append(summary, pre(problem.traceback, 'lab-traceback'));
    box.append(details);
    return box;
  }
}

/** Tables, lists and text; no script, no form, no style sheet, nothing that loads. */
function clean(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'a', 'img', 'video', 'audio', 'source', 'iframe'],
    FORBID_ATTR: ['style', 'id', 'name', 'class', 'href', 'src', 'srcset', 'action', 'background'],
    ALLOW_DATA_ATTR: false,
  });
}

/** A carriage return goes back to the beginning of the line, as progress bars mean it. */
function withoutReturns(text: string): string {
  return text.replace(/[^\n]*\r(?!\n)/g, '').replace(/\r\n/g, '\n');
}

function pre(text: string, name: string): HTMLElement {
  const block = document.createElement('pre');
  block.className = name;
  block.tabIndex = 0;
  block.textContent = text;
  return block;
}

function note(text: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'lab-note';
  line.textContent = text;
  return line;
}

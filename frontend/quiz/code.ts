import type { Bench, BenchData, Test } from '../labs/bench';
import { fill } from './sitting-data';

interface Given extends BenchData {
  readonly script: string;
}

interface Script {
  readonly bench: typeof import('../labs/bench').bench;
}

/**
 * A field for code: at once a plain one, and an editor in which code runs as soon as its script is there. Its answer is the code; what was
 * not changed from what one begins with is no answer. Events: input, after each change.
 */
class CollegiumCode extends HTMLElement {
  private text = '';
  private begun = false;
  private field: HTMLTextAreaElement | undefined;
  private bench: Bench | undefined;
  private texts: Record<string, string> = {};
  private tests: Test[] = [];
  private run: HTMLButtonElement | undefined;
  private said: HTMLElement | undefined;
  private list: HTMLElement | undefined;
  private readonly onClick = () => this.pressed();

  connectedCallback(): void {
    if (!this.begun) {
      this.begun = true;
      this.texts = JSON.parse(this.dataset.texts ?? '{}') as Record<string, string>;
      this.tests = JSON.parse(this.dataset.tests ?? '[]') as Test[];
      this.text = this.dataset.given || this.starter;
    }
    this.build();
    void this.better();
  }

  disconnectedCallback(): void {
    this.bench?.close();
    this.bench = undefined;
    this.querySelectorAll('.quiz-code-made').forEach((part) => part.remove());
  }

  get answers(): string[] {
    return [this.text === this.starter ? '' : this.text];
  }

  set answers([text]: string[]) {
    this.show(text || this.starter);
  }

  private get starter(): string {
    return this.dataset.starter ?? '';
  }

  private build(): void {
    const field = document.createElement('textarea');
    field.className = 'quiz-code-plain quiz-code-made';
    field.spellcheck = false;
    field.setAttribute('autocapitalize', 'off');
    field.setAttribute('aria-label', this.word('editor'));
    field.value = this.text;
    field.rows = Math.max(6, this.text.split('\n').length + 2);
    // The event goes on to the question, which then asks for the answer.
    field.addEventListener('input', () => (this.text = field.value));
    this.field = field;
    const foot = document.createElement('div');
    foot.className = 'quiz-code-foot quiz-code-made';
    this.run = document.createElement('button');
    this.run.type = 'button';
    this.run.className = 'c-button';
    this.run.textContent = this.word('run');
    this.run.hidden = true;
    this.run.addEventListener('click', this.onClick);
    this.said = document.createElement('p');
    this.said.className = 'quiz-code-said c-small';
    this.said.setAttribute('role', 'status');
    foot.append(this.run, this.said);
    this.list = document.createElement('ul');
    this.list.className = 'quiz-code-tests quiz-code-made';
    this.list.append(...this.tests.map((test) => this.line(test)));
    this.prepend(field, foot, this.list);
  }

  /** Without the script, code is written all the same; it is graded on the server. */
  private async better(): Promise<void> {
    const data = this.dataset.bench ? (JSON.parse(this.dataset.bench) as Given) : undefined;
    if (!data) {
      this.say(this.word('plain'));
      return;
    }
    try {
      const script = (await import(data.script)) as Script;
      if (!this.isConnected || this.bench || !this.field) {
        return;
      }
      const host = document.createElement('div');
      host.className = 'lab quiz-code-editor quiz-code-made';
      const focused = document.activeElement === this.field;
      this.bench = script.bench(host, this.text, this.word('editor'), data, {
        changed: (text) => this.changed(text),
        began: () => this.began(),
        ended: (end, passed, messages) => this.ended(end, passed, messages),
      });
      this.field.replaceWith(host);
      this.field = undefined;
      if (focused) {
        host.querySelector<HTMLElement>('.cm-content')?.focus();
      }
      if (data.lacking) {
        this.say(fill(this.word('lacking'), data.lacking));
      } else if (this.run) {
        this.run.hidden = false;
      }
    } catch {
      this.say(this.word('plain'));
    }
  }

  private changed(text: string): void {
    if (text !== this.text) {
      this.text = text;
      this.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  private show(text: string): void {
    this.text = text;
    if (this.field) {
      this.field.value = text;
    }
    if (this.bench) {
      this.bench.source = text;
    }
  }

  private pressed(): void {
    if (this.bench?.busy) {
      this.bench.stop();
    } else {
      void this.bench?.run(this.tests);
    }
  }

  private began(): void {
    if (this.run) {
      this.run.textContent = this.word('stop');
    }
    this.say(this.word('running'));
    this.items().forEach((item) => item.removeAttribute('data-state'));
  }

  private ended(end: string, passed: Map<string, boolean>, messages: Map<string, string>): void {
    if (this.run) {
      this.run.textContent = this.word('run');
    }
    this.tests.forEach((test, at) => {
      const item = this.items()[at];
      const given = passed.get(test.key);
      const state = given === undefined ? 'not-run' : given ? 'passed' : 'failed';
      item?.setAttribute('data-state', state);
      const words = item?.querySelector('.quiz-code-state');
      const why = item?.querySelector('.quiz-code-why');
      if (words && why) {
        words.textContent = this.word(state);
        why.textContent = state === 'failed' ? [test.message, messages.get(test.key)].filter(Boolean).join(' ') : '';
      }
    });
    const good = [...passed.values()].filter(Boolean).length;
    const all = good === this.tests.length ? 'all-passed' : 'some-failed';
    this.say(end === 'done' ? fill(this.word(all), good, this.tests.length) : this.word(end === 'failed' ? 'error' : end));
  }

  private line(test: Test): HTMLElement {
    const item = document.createElement('li');
    const state = document.createElement('span');
    state.className = 'quiz-code-state c-small';
    const what = document.createElement(test.text ? 'span' : 'code');
    what.textContent = test.text || test.code;
    const why = document.createElement('span');
    why.className = 'quiz-code-why c-small';
    item.append(state, what, why);
    if (test.text) {
      const details = document.createElement('details');
      const summary = document.createElement('summary');
      summary.textContent = this.word('test');
      const code = document.createElement('pre');
      code.textContent = test.code;
      code.tabIndex = 0;
      details.append(summary, code);
      details.className = 'c-small';
      item.append(details);
    }
    return item;
  }

  private items(): HTMLElement[] {
    return [...(this.list?.children ?? [])] as HTMLElement[];
  }

  private say(words: string): void {
    if (this.said) {
      this.said.textContent = words;
    }
  }

  private word(name: string): string {
    return this.texts[name] ?? '';
  }
}

export function defineCode(): void {
  if (!customElements.get('c-code')) {
    customElements.define('c-code', CollegiumCode);
  }
}

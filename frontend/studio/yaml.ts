import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { StreamLanguage, type StreamParser, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { searchKeymap } from '@codemirror/search';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import './area-picture';
import { askAlternative, escaped, send } from './lesson-files';
import { withPicture } from './yaml-picture';

const PAUSE = 400;

/** As much of YAML as helps the eye. */
const yaml: StreamParser<null> = {
  startState: () => null,
  token(stream) {
    if (stream.eatSpace()) {
      return null;
    }
    if (stream.sol() && stream.match('---')) {
      return 'meta';
    }
    if (stream.match(/^#.*/)) {
      return 'comment';
    }
    if (stream.match(/^[-?](?=\s|$)/) || stream.match(/^[[\]{},|>]/)) {
      return 'punctuation';
    }
    if (stream.match(/^[\w-]+(?=\s*:(?:\s|$))/)) {
      return 'propertyName';
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'(?:[^']|'')*'?/)) {
      return 'string';
    }
    if (stream.match(/^(?:true|false|null)(?=[\s,\]}]|$)/)) {
      return 'bool';
    }
    if (stream.match(/^-?\d+(?:\.\d+)?(?=[\s,\]}]|$)/)) {
      return 'number';
    }
    stream.next();
    stream.eatWhile(/[^\s,\]}#]/);
    return null;
  },
};

const markLines = StateEffect.define<number[]>();

const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, transaction) {
    let lines = before.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(markLines)) {
        const last = transaction.state.doc.lines;
        const places = [...new Set(effect.value)].filter((line) => line >= 1 && line <= last).sort((one, other) => one - other);
        lines = Decoration.set(places.map((line) => fault.range(transaction.state.doc.line(line).from)));
      }
    }
    return lines;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const fault = Decoration.line({ class: 'c-yaml-fault' });

/**
 * An editor for YAML. Escape, then Tab, leaves it by keyboard. What is typed stands in a hidden field too, so that it is kept in
 * the tab as that of any other. Where it has an address for them, pictures may be pasted and dropped.
 *
 * Events: change, a moment after something was typed or when the editor is left; yaml-save, at Ctrl+S; yaml-picture, for one that came
 * while data-beside says that the text has no place for it.
 */
class CollegiumYaml extends HTMLElement {
  /** Whether there is something to lose. */
  declare unsaved?: boolean;
  private view?: EditorView;
  private kept?: HTMLTextAreaElement;
  private said?: HTMLElement;
  private text = '';
  private pause?: number;
  private readonly onLeave = (event: BeforeUnloadEvent) => this.unsaved && event.preventDefault();

  /** A text that was set before this script was there hides the accessors. */
  constructor() {
    super();
    const early = Object.getOwnPropertyDescriptor(this, 'value')?.value as string | undefined;
    if (early !== undefined) {
      Reflect.deleteProperty(this, 'value');
      this.value = early;
    }
  }

  connectedCallback(): void {
    window.addEventListener('beforeunload', this.onLeave);
    if (!this.view) {
      this.kept = document.createElement('textarea');
      this.kept.hidden = true;
      this.view = this.open();
      this.said = document.createElement('p');
      this.said.className = 'c-yaml-said c-muted c-small';
      this.said.setAttribute('role', 'status');
      this.append(this.kept, this.view.dom, this.said);
    }
  }

  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.onLeave);
  }

  get value(): string {
    return this.view?.state.doc.toString() ?? this.text;
  }

  set value(text: string) {
    this.text = text ?? '';
    if (this.view && this.value !== this.text) {
      this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: this.text } });
      window.clearTimeout(this.pause);
    }
  }

  /** Marks the lines in which something is wrong. */
  mark(lines: number[]): void {
    this.view?.dispatch({ effects: markLines.of(lines) });
  }

  /** Puts the cursor to a place, from 1. */
  goTo(line: number, column: number): void {
    if (this.view) {
      const { doc } = this.view.state;
      const at = doc.line(Math.min(Math.max(1, line), doc.lines));
      const anchor = Math.min(at.from + Math.max(0, column - 1), at.to);
      this.view.focus();
      this.view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    }
  }

  /** Puts the cursor to a place, of which column 0 is the end of the line, without going there. */
  place(line: number, column: number): void {
    if (this.view) {
      const { doc } = this.view.state;
      const at = doc.line(Math.min(Math.max(1, line), doc.lines));
      this.view.dispatch({ selection: { anchor: column === 0 ? at.to : Math.min(at.from + column - 1, at.to) } });
    }
  }

  /** Lets the person choose pictures. */
  choosePictures(): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.multiple = true;
    input.className = 'c-hidden';
    input.addEventListener('change', () => {
      input.remove();
      void this.bring([...(input.files ?? [])]);
    });
    input.addEventListener('cancel', () => input.remove());
    this.append(input);
    input.click();
  }

  private dropped(data: DataTransfer | null, event: Event): boolean {
    const files = [...(data?.files ?? [])];
    if (files.length === 0 || !this.dataset.upload) {
      return false;
    }
    event.preventDefault();
    if (event instanceof DragEvent && this.view) {
      const at = this.view.posAtCoords({ x: event.clientX, y: event.clientY });
      this.view.dispatch(at === null ? {} : { selection: { anchor: at } });
    }
    void this.bring(files);
    return true;
  }

  /** Each picture is asked what it shows, and stands in the question once it is there. */
  private async bring(files: File[]): Promise<void> {
    const texts = JSON.parse(this.dataset.texts ?? '{}') as Record<string, string>;
    for (const file of files) {
      const shown = file.type.startsWith('image/') ? await askAlternative(file, texts) : '';
      if (shown === undefined || !this.view || !this.said) {
        continue;
      }
      this.said.classList.remove('c-bank-trouble');
      this.said.textContent = texts['file.sending'].replace('{0}', file.name);
      try {
        const added = await send(this.dataset.upload ?? '', file, texts['file.failed'].replace('{0}', file.name));
        if (this.hasAttribute('data-beside')) {
          this.tellPicture(added.reference, shown);
        } else {
          this.view.dispatch(withPicture(this.view.state, added.reference, shown));
          this.view.focus();
        }
        this.said.textContent = '';
      } catch (refused) {
        this.said.classList.add('c-bank-trouble');
        this.said.textContent = (refused as Error).message;
      }
    }
  }

  /** The field for it is not in the text yet. */
  private tellPicture(reference: string, shown: string): void {
    const markdown = `![${escaped(shown)}](${reference})`;
    this.dispatchEvent(new CustomEvent('yaml-picture', { detail: { reference, shown, markdown } }));
  }

  private open(): EditorView {
    const readOnly = this.hasAttribute('readonly');
    return new EditorView({
      state: EditorState.create({
        doc: this.text,
        extensions: [
          keymap.of([
            { key: 'Mod-s', run: () => this.save(), preventDefault: true },
            ...defaultKeymap,
            ...searchKeymap,
            ...historyKeymap,
            indentWithTab,
          ]),
          lineNumbers(),
          highlightSpecialChars(),
          history(),
          drawSelection(),
          indentOnInput(),
          indentUnit.of('  '),
          bracketMatching(),
          StreamLanguage.define(yaml),
          syntaxHighlighting(classHighlighter),
          marked,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({
            'aria-label': this.dataset.label ?? '',
            'aria-description': this.dataset.description ?? '',
            tabindex: '0',
          }),
          readOnly
            ? [EditorState.readOnly.of(true), EditorView.editable.of(false), EditorView.contentAttributes.of({ role: 'textbox', 'aria-readonly': 'true' })]
            : [],
          EditorView.updateListener.of((update) => update.docChanged && this.changed()),
          EditorView.domEventHandlers({
            blur: () => this.tell(),
            paste: (event) => this.dropped(event.clipboardData, event),
            drop: (event) => this.dropped(event.dataTransfer, event),
          }),
        ],
      }),
    });
  }

  private changed(): void {
    if (this.kept && this.value !== this.text) {
      this.kept.value = this.value;
      this.kept.dispatchEvent(new Event('input', { bubbles: true }));
      window.clearTimeout(this.pause);
      this.pause = window.setTimeout(() => this.tell(), PAUSE);
    }
  }

  private tell(): void {
    window.clearTimeout(this.pause);
    if (this.value !== this.text) {
      this.text = this.value;
      this.dispatchEvent(new Event('change'));
    }
  }

  private save(): boolean {
    this.tell();
    this.dispatchEvent(new Event('yaml-save'));
    return true;
  }
}

customElements.get('c-yaml') ?? customElements.define('c-yaml', CollegiumYaml);

import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';

const MOST_DRAWN = 500;

/** What an editor tells its cell. */
export interface EditorEvents {
  changed(source: string): void;
  run(then: 'stay' | 'next' | 'insert'): boolean;
  runAll(): boolean;
  save(): boolean;
  leave(direction: -1 | 1): boolean;
}

/** An editor for Python. Escape, then Tab, leaves it by keyboard. */
export function editor(source: string, label: string, description: string, readOnly: boolean, events: EditorEvents): EditorView {
  const keys: Extension = keymap.of([
    { key: 'Mod-Shift-Enter', run: () => events.runAll() },
    { key: 'Mod-s', run: () => events.save(), preventDefault: true },
    { key: 'Shift-Enter', run: () => events.run('next') },
    { key: 'Mod-Enter', run: () => events.run('stay') },
    { key: 'Alt-Enter', run: () => events.run('insert') },
    { key: 'ArrowUp', run: (view) => atEdge(view, -1) && events.leave(-1) },
    { key: 'ArrowDown', run: (view) => atEdge(view, 1) && events.leave(1) },
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...completionKeymap,
    indentWithTab,
  ]);
  const view = new EditorView({
    state: EditorState.create({
      doc: source,
      extensions: [
        keys,
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of('    '),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ activateOnTyping: false }),
        highlightSelectionMatches(),
        python(),
        syntaxHighlighting(classHighlighter),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-description': description }),
        EditorState.readOnly.of(readOnly),
        EditorView.editable.of(!readOnly),
        readOnly ? EditorView.contentAttributes.of({ tabindex: '0', role: 'textbox', 'aria-readonly': 'true' }) : [],
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            drawWhole(view);
            events.changed(update.state.doc.toString());
          }
        }),
      ],
    }),
  });
  drawWhole(view);
  // Lines are measured again when the code's font has come.
  void document.fonts.ready.then(() => view.requestMeasure());
  return view;
}

/**
 * Has all lines of a text of usual length drawn, as for printing: what is outside the window has a height that is guessed
 * otherwise, and as it comes into view what stands below moves away from under the pointer that is about to press it.
 */
function drawWhole(view: EditorView): void {
  const inside = Reflect.get(view, 'viewState') as { printing?: boolean } | undefined;
  if (inside) {
    inside.printing = view.state.doc.lines <= MOST_DRAWN;
  }
}

/** Replaces the whole text, as one step that can be undone. */
export function replace(view: EditorView, source: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: source } });
}

function atEdge(view: EditorView, direction: -1 | 1): boolean {
  const { main } = view.state.selection;
  if (!main.empty) {
    return false;
  }
  const line = view.state.doc.lineAt(main.head).number;
  return direction < 0 ? line === 1 : line === view.state.doc.lines;
}

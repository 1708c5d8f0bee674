import type { EditorState, TransactionSpec } from '@codemirror/state';
import { escaped } from './lesson-files';

/** The fields that are shown as Markdown, with what leads to their value. */
const TEXTS = /(?<![\w-])(?:stem|text|explanation|feedback|correct|incorrect): +/g;

/** A field whose text stands in the lines below it. */
const BEGINS_BLOCK = /(?:stem|text|explanation|feedback|correct|incorrect): *[|>][-+\d]*\s*$/;

interface Value {
  readonly from: number;
  readonly to: number;
  readonly raw: string;
}

/**
 * Puts a picture into the YAML of a question: as the picture of one that asks for a place in it, else into the text in which the cursor is,
 * else at the end of the stem. What stands around it stays readable as YAML.
 *
 * @param shown what the picture shows; empty for decoration
 */
export function withPicture(state: EditorState, reference: string, shown: string): TransactionSpec {
  const at = state.selection.main.head;
  const line = state.doc.lineAt(at);
  const markdown = `![${escaped(shown)}](${reference})`;
  const value = values(line.text).find(({ from, to }) => line.from + from <= at && at <= line.from + to);
  if (value && !goesOn(state, line.number)) {
    return rewritten(line.from, value, at - line.from - value.from, markdown);
  }
  if (value) {
    return inserted(at, plain(markdown));
  }
  const depth = depthOfBlock(state, line.number);
  if (depth !== undefined) {
    return inserted(at, ' '.repeat(Math.max(0, depth - (at - line.from))) + markdown);
  }
  const question = questionAt(state, line.number);
  return asThePicture(state, question, reference, shown) ?? afterStem(state, question, markdown) ?? inserted(at, markdown);
}

/** The lines of a question, and how far its fields are indented. */
interface Question {
  readonly first: number;
  readonly last: number;
  readonly depth: number;
}

/** The question of a quiz in which a line is; all of the text where it is one question alone. */
function questionAt(state: EditorState, number: number): Question {
  const lines = state.doc.toString().split('\n');
  const list = lines.findIndex((text) => /^questions:\s*$/.test(text));
  const dash = indent(lines.slice(list + 1).find((text) => /^\s*- /.test(text)) ?? '');
  const begins = lines
    .map((text, index) => (index > list && indent(text) === dash && text.slice(dash).startsWith('- ') ? index + 1 : 0))
    .filter((begin) => begin > 0);
  if (list < 0 || begins.length === 0) {
    return { first: 1, last: lines.length, depth: 0 };
  }
  const first = begins.findLast((begin) => begin <= number) ?? begins[0];
  return { first, last: (begins.find((begin) => begin > first) ?? lines.length + 1) - 1, depth: dash + 2 };
}

function inserted(at: number, text: string): TransactionSpec {
  return { changes: { from: at, insert: text }, selection: { anchor: at + text.length }, userEvent: 'input' };
}

/** The same for a reader of Markdown, with nothing that ends a value without quotes. */
function plain(markdown: string): string {
  return markdown.replaceAll(': ', ':&#32;').replaceAll(' #', ' &#35;');
}

/** The values of a line that are Markdown and begin and end in it. */
function values(line: string): Value[] {
  const found: Value[] = [];
  for (const field of line.matchAll(TEXTS)) {
    const from = field.index + field[0].length;
    const rest = line.slice(from);
    const inside = line.slice(0, from).includes('{');
    const raw = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0] ?? (inside ? /^[^,}]*/ : /^.*?(?=\s+#|\s*$)/).exec(rest)?.[0].trimEnd();
    if (raw !== undefined && !/^[|>]/.test(raw)) {
      found.push({ from, to: from + raw.length, raw });
    }
  }
  return found;
}

/** The value with something more in it, in double quotes, within which everything may stand. */
function rewritten(begin: number, value: Value, at: number, more: string): TransactionSpec {
  const before = read(value.raw.slice(0, at), value.raw[0]);
  const whole = read(value.raw, value.raw[0]);
  const text = JSON.stringify(before + more + whole.slice(before.length));
  const end = begin + value.from + JSON.stringify(before + more).length - 1;
  return {
    changes: { from: begin + value.from, to: begin + value.to, insert: text },
    selection: { anchor: end },
    userEvent: 'input',
  };
}

/** What a value says, or its beginning. */
function read(raw: string, quote: string | undefined): string {
  if (quote === '"') {
    const body = raw.length > 1 && raw.endsWith('"') && !raw.endsWith('\\"') ? raw.slice(1, -1) : raw.slice(1);
    try {
      return JSON.parse(`"${body.replace(/\\$/, '')}"`) as string;
    } catch {
      return body;
    }
  }
  return quote === "'" ? raw.slice(1).replace(/'$/, '').replaceAll("''", "'") : raw;
}

function indent(text: string): number {
  return text.search(/\S|$/);
}

/** Whether the value of a line has more in the lines below it. */
function goesOn(state: EditorState, number: number): boolean {
  const { doc } = state;
  if (number >= doc.lines) {
    return false;
  }
  const next = doc.line(number + 1).text;
  return next.trim() !== '' && indent(next) > indent(doc.line(number).text) && !/^\s*(?:- |[\w-]+:(?:\s|$))/.test(next);
}

/** How far the text below its field is indented to which a line belongs; undefined when it belongs to none. */
function depthOfBlock(state: EditorState, number: number): number | undefined {
  let depth: number | undefined;
  for (let at = number; at >= 1; at--) {
    const text = state.doc.line(at).text;
    if (text.trim() === '' || (depth !== undefined && indent(text) >= depth)) {
      continue;
    }
    if (at < number && BEGINS_BLOCK.test(text)) {
      return depth ?? indent(text) + 2;
    }
    if (depth !== undefined) {
      return undefined;
    }
    depth = indent(text);
  }
  return undefined;
}

/** The picture in which something is to be found, with what it shows. */
function asThePicture(state: EditorState, question: Question, reference: string, shown: string): TransactionSpec | undefined {
  const image = lineOf(state, question, /^image:/);
  if (!image) {
    return undefined;
  }
  const described = lineOf(state, question, /^description:(?! *[|>])/);
  const changes = [{ from: image.from + question.depth, to: image.to, insert: `image: ${reference}` }];
  const says = `description: ${JSON.stringify(shown)}`;
  if (described && !goesOn(state, described.number)) {
    changes.push({ from: described.from + question.depth, to: described.to, insert: says });
  } else if (!lineOf(state, question, /^description:/)) {
    changes[0].insert += `\n${' '.repeat(question.depth)}${says}`;
  }
  return { changes, userEvent: 'input' };
}

/** A paragraph of its own at the end of the stem. */
function afterStem(state: EditorState, question: Question, markdown: string): TransactionSpec | undefined {
  const stem = lineOf(state, question, /^stem:/);
  if (!stem) {
    return undefined;
  }
  const begin = stem.from + question.depth;
  const inside = ' '.repeat(question.depth + 2);
  const [value] = values(stem.text);
  if (value && value.from === question.depth + 'stem: '.length && !goesOn(state, stem.number)) {
    const text = read(value.raw, value.raw[0]).split('\n').map((each) => (each ? inside + each : ''));
    const insert = ['stem: |', ...(value.raw ? [...text, ''] : []), inside + markdown].join('\n');
    return { changes: { from: begin, to: stem.to, insert }, selection: { anchor: begin + insert.length }, userEvent: 'input' };
  }
  let last = stem;
  for (let number = stem.number + 1; number <= question.last; number++) {
    const line = state.doc.line(number);
    if (line.text.trim() !== '') {
      if (indent(line.text) <= question.depth) {
        break;
      }
      last = line;
    }
  }
  const depth = last === stem ? question.depth + 2 : indent(state.doc.line(stem.number + 1).text) || question.depth + 2;
  const paragraph = BEGINS_BLOCK.test(stem.text) ? markdown : plain(markdown);
  return inserted(last.to, `\n${last === stem ? '' : '\n'}${' '.repeat(depth)}${paragraph}`);
}

/** The line of a question that has a field; the first one has the dash of its list before it. */
function lineOf(state: EditorState, question: Question, field: RegExp) {
  for (let number = question.first; number <= Math.min(question.last, state.doc.lines); number++) {
    const line = state.doc.line(number);
    const before = line.text.slice(0, question.depth);
    if (/^\s*(?:- )?$/.test(before) && before.length === question.depth && field.test(line.text.slice(question.depth))) {
      return line;
    }
  }
  return undefined;
}

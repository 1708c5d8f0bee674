import type { EditorView } from '@codemirror/view';

/** A place that both sides have: its height in the text that is written, and in the one that is read. */
interface Anchor {
  readonly written: number;
  readonly read: number;
}

/**
 * Keeps what is read beside what is written. Headings are the places that both have; between two of them, and before the first
 * and behind the last, places go by share. The side that the person touches leads.
 */
export class InStep {
  private leads: 'write' | 'read' = 'write';
  private following = false;

  constructor(
    private readonly view: EditorView,
    private readonly read: HTMLElement,
  ) {
    const lead = (side: 'write' | 'read') => () => (this.leads = side);
    for (const event of ['pointerenter', 'focusin', 'wheel', 'touchstart', 'keydown']) {
      view.dom.addEventListener(event, lead('write'), { passive: true });
      read.addEventListener(event, lead('read'), { passive: true });
    }
    view.scrollDOM.addEventListener('scroll', () => this.leads === 'write' && this.follow(), { passive: true });
    read.addEventListener('scroll', () => this.leads === 'read' && this.follow(), { passive: true });
  }

  /** Brings the other side to where the leading one is. */
  follow(): void {
    if (this.following) {
      return;
    }
    this.following = true;
    requestAnimationFrame(() => {
      this.following = false;
      const anchors = this.anchors();
      if (this.leads === 'write') {
        this.read.scrollTop = between(anchors, this.view.scrollDOM.scrollTop, 'written', 'read');
      } else {
        this.view.scrollDOM.scrollTop = between(anchors, this.read.scrollTop, 'read', 'written');
      }
    });
  }

  private anchors(): Anchor[] {
    const end = {
      written: this.view.scrollDOM.scrollHeight - this.view.scrollDOM.clientHeight,
      read: this.read.scrollHeight - this.read.clientHeight,
    };
    const shown = [...this.read.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')];
    const lines = headings(this.view);
    // The title is not among what is read.
    const written = lines.slice(Math.max(0, lines.length - shown.length));
    const top = this.read.getBoundingClientRect().top - this.read.scrollTop;
    const found =
      written.length === shown.length
        ? written.map((from, index) => ({
            written: this.view.lineBlockAt(from).top,
            read: shown[index].getBoundingClientRect().top - top,
          }))
        : [];
    return [{ written: 0, read: 0 }, ...found.filter(({ written, read }) => written < end.written && read < end.read), end];
  }
}

/** Where headings begin, outside of code. */
function headings(view: EditorView): number[] {
  const found: number[] = [];
  let fence = '';
  for (let number = 1; number <= view.state.doc.lines; number++) {
    const line = view.state.doc.line(number);
    const mark = /^\s*(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (mark && (!fence || mark.startsWith(fence))) {
      fence = fence ? '' : mark;
    } else if (!fence && /^#{1,6}\s/.test(line.text)) {
      found.push(line.from);
    }
  }
  return found;
}

function between(anchors: Anchor[], at: number, here: keyof Anchor, there: keyof Anchor): number {
  const next = anchors.findIndex((anchor, index) => index > 0 && anchor[here] > at);
  if (next < 0) {
    return anchors[anchors.length - 1][there];
  }
  const before = anchors[next - 1];
  const after = anchors[next];
  const share = after[here] === before[here] ? 0 : (at - before[here]) / (after[here] - before[here]);
  return before[there] + share * (after[there] - before[there]);
}

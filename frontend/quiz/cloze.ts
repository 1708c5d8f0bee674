/** A text with gaps: puts each field where the text has its mark, as soon as the text is there. */
class CollegiumCloze extends HTMLElement {
  private readonly changes = new MutationObserver(() => this.fill());

  connectedCallback(): void {
    this.changes.observe(this, { childList: true, subtree: true });
    this.fill();
  }

  disconnectedCallback(): void {
    this.changes.disconnect();
  }

  private fill(): void {
    for (const gap of this.querySelectorAll<HTMLElement>('.quiz-gaps > [data-gap]')) {
      const mark = this.mark(gap.dataset.gap ?? '');
      if (mark) {
        const focused = gap.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
        mark.replaceWith(gap);
        focused?.focus({ preventScroll: true });
      }
    }
    this.changes.takeRecords();
  }

  /** The mark as a text of its own; none in a formula, whose text is not shown as it is. */
  private mark(sign: string): Text | undefined {
    const text = this.querySelector('collegium-prose');
    if (!text || sign === '') {
      return undefined;
    }
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(sign);
      if (at >= 0 && !node.parentElement?.closest('.math, [data-gap]')) {
        const mark = node.splitText(at);
        mark.splitText(sign.length);
        return mark;
      }
    }
    return undefined;
  }
}

export function defineCloze(): void {
  if (!customElements.get('c-cloze')) {
    customElements.define('c-cloze', CollegiumCloze);
  }
}

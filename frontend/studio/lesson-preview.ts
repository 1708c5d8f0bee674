/**
 * Puts HTML into a text that is read, block by block: what stays the same is left as it is, so that nothing jumps or loads
 * again while somebody types.
 */
export class Preview {
  private shown: { html: string; nodes: ChildNode[] }[] = [];

  constructor(private readonly prose: HTMLElement) {}

  show(html: string): void {
    const template = document.createElement('template');
    template.innerHTML = html;
    const next = [...template.content.childNodes].map((node) => ({ html: written(node), node }));
    let start = 0;
    while (start < Math.min(this.shown.length, next.length) && this.shown[start].html === next[start].html) {
      start++;
    }
    let end = 0;
    while (
      end < Math.min(this.shown.length, next.length) - start &&
      this.shown[this.shown.length - 1 - end].html === next[next.length - 1 - end].html
    ) {
      end++;
    }
    const behind = end > 0 ? this.shown[this.shown.length - end].nodes[0] : null;
    this.shown.slice(start, this.shown.length - end).forEach(({ nodes }) => nodes.forEach((node) => live(node, this.prose)?.remove()));
    const come = next.slice(start, next.length - end);
    const before = behind && live(behind, this.prose);
    come.forEach(({ node }) => this.prose.insertBefore(node, before ?? null));
    this.shown = [
      ...this.shown.slice(0, start),
      ...come.map(({ html: text, node }) => ({ html: text, nodes: [node] })),
      ...this.shown.slice(this.shown.length - end),
    ];
  }
}

function written(node: ChildNode): string {
  return node instanceof Element ? node.outerHTML : (node.textContent ?? '');
}

/** What stands in the text for a block now: code gets a frame around it after it was put there. */
function live(node: ChildNode, prose: HTMLElement): ChildNode | undefined {
  let found: Node | null = node;
  while (found && found.parentNode !== prose) {
    found = found.parentNode;
  }
  return (found as ChildNode | null) ?? undefined;
}

/** Only what is wider or higher than its place takes the keyboard's focus, so that it can be scrolled. */
export function letOverflowBeReached(root: ParentNode): void {
  for (const region of root.querySelectorAll<HTMLElement>('pre, .table-region, .formula > .math')) {
    const overflows = region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1;
    if (overflows) {
      region.tabIndex = 0;
    } else {
      region.removeAttribute('tabindex');
    }
  }
}

/** Only what is wider or higher than its place takes the keyboard's focus, so that it can be scrolled. */
export function letOverflowBeReached(root: ParentNode): void {
  markWideFormulas(root);
  for (const region of root.querySelectorAll<HTMLElement>('pre, .table-region, .formula > .math, .math-wide')) {
    const overflows = region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1;
    if (overflows) {
      region.tabIndex = 0;
    } else {
      region.removeAttribute('tabindex');
    }
  }
}

/** A formula in a line of text breaks between its parts; one with a part that is wider than the text is scrolled by itself. */
function markWideFormulas(root: ParentNode): void {
  const formulas = [...root.querySelectorAll<HTMLElement>(".math[data-set='done']:not([data-display='true'])")];
  const wide = formulas.map((formula) => {
    const room = formula.closest('.c-prose')?.clientWidth ?? Infinity;
    return [...formula.querySelectorAll('.katex-html > *')].some((part) => part.getBoundingClientRect().width > room);
  });
  formulas.forEach((formula, index) => {
    formula.classList.toggle('math-wide', wide[index]);
    if (!wide[index]) {
      formula.removeAttribute('tabindex');
    }
  });
}

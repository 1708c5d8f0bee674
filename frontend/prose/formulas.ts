declare const KATEX_STYLES: string;

/** Milliseconds. */
const LONGEST_WAIT = 2_000;

let styles: Promise<void> | undefined;

function loadStyles(): Promise<void> {
  styles ??= new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(KATEX_STYLES, import.meta.url).href;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  }).then(loadFonts);
  return styles;
}

/**
 * Fonts that nearly every formula needs: one that came after the formulas were set would move what people read and click.
 * On a slow line formulas are worth more than a page that stands still.
 */
async function loadFonts(): Promise<void> {
  const fonts = ['1em KaTeX_Main', 'italic 1em KaTeX_Math'].map((font) => document.fonts.load(font));
  await Promise.race([Promise.allSettled(fonts), new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
}

/** Browsers leave formulas out of the name that a label gives, so that an option which is one would have none. */
function nameInLabel(formula: HTMLElement, tex: string): void {
  if (formula.closest('label')) {
    formula.querySelector('math')?.setAttribute('aria-label', tex);
  }
}

/** Sets the formulas below an element. One that cannot be set stays readable as TeX. */
export async function setFormulas(root: ParentNode): Promise<void> {
  const formulas = [...root.querySelectorAll<HTMLElement>('.math:not([data-set])')];
  if (formulas.length === 0) {
    return;
  }
  const [{ default: katex }] = await Promise.all([import('katex'), loadStyles()]);
  // Another call may have set some meanwhile.
  for (const formula of formulas.filter(({ dataset }) => dataset.set === undefined)) {
    const tex = formula.textContent ?? '';
    const set = document.createElement('span');
    try {
      katex.render(tex, set, {
        displayMode: formula.dataset.display === 'true',
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        maxExpand: 500,
        maxSize: 50,
      });
      formula.replaceChildren(...set.childNodes);
      nameInLabel(formula, tex);
      formula.dataset.set = 'done';
    } catch {
      formula.dataset.set = 'failed';
    }
  }
}

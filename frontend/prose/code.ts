import type { LanguageFn } from 'highlight.js';

const LANGUAGES: Record<string, () => Promise<{ default: LanguageFn }>> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  latex: () => import('highlight.js/lib/languages/latex'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  sql: () => import('highlight.js/lib/languages/sql'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
};

const OTHER_NAMES: Record<string, string> = {
  console: 'bash',
  ipython: 'python',
  ipython3: 'python',
  js: 'javascript',
  py: 'python',
  python3: 'python',
  sh: 'bash',
  shell: 'bash',
  tex: 'latex',
  yml: 'yaml',
  zsh: 'bash',
};

/** Beyond this many characters a block stays uncoloured, so that no page stops the browser. */
const LONGEST = 50_000;

function language(code: HTMLElement): string | undefined {
  const given = /\blanguage-([\w+#.-]+)/.exec(code.className)?.[1] ?? '';
  const name = OTHER_NAMES[given] ?? given;
  return name in LANGUAGES ? name : undefined;
}

/** Colours the code below an element, in the few languages that courses use. */
export async function colourCode(root: ParentNode): Promise<void> {
  const blocks = [...root.querySelectorAll<HTMLElement>('pre > code[class*="language-"]:not([data-coloured])')];
  const wanted = new Set(blocks.map(language).filter((name) => name !== undefined));
  if (wanted.size === 0) {
    return;
  }
  const { default: highlighter } = await import('highlight.js/lib/core');
  await Promise.all(
    [...wanted].map(async (name) => {
      if (!highlighter.getLanguage(name)) {
        highlighter.registerLanguage(name, (await LANGUAGES[name]()).default);
      }
    }),
  );
  for (const block of blocks) {
    const name = language(block);
    const source = block.textContent ?? '';
    block.dataset.coloured = '';
    if (name && source.length <= LONGEST) {
      block.innerHTML = highlighter.highlight(source, { language: name, ignoreIllegals: true }).value;
    }
  }
}

/** Puts a button beside each block of code that copies it. */
export function offerCopies(root: ParentNode, label: string, done: string): void {
  if (!label || !navigator.clipboard) {
    return;
  }
  for (const block of root.querySelectorAll<HTMLElement>('pre:has(> code):not(.code-frame > pre)')) {
    const frame = document.createElement('div');
    frame.className = 'code-frame';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-code';
    button.textContent = label;
    button.addEventListener('click', () => void copy(block, button, label, done));
    block.replaceWith(frame);
    frame.append(block, button);
  }
}

async function copy(block: HTMLElement, button: HTMLButtonElement, label: string, done: string): Promise<void> {
  await navigator.clipboard.writeText((block.textContent ?? '').replace(/\n$/, ''));
  button.textContent = done;
  button.setAttribute('aria-live', 'polite');
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}

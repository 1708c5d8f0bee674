/** The frame's small conveniences: light and dark, the search key, menus that close. Everything works without them. */
export function enhanceFrame(): void {
  schemeSwitch();
  searchKey();
  closingMenus();
}

function schemeSwitch(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('[data-scheme-switch]');
    if (button) {
      switchScheme();
    }
  });
}

/** Turns light to dark and back, at once and for later visits; the server reads the cookie. */
function switchScheme(): void {
  const root = document.documentElement;
  const dark = root.dataset.scheme
    ? root.dataset.scheme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.scheme = dark ? 'light' : 'dark';
  document.cookie = `scheme=${root.dataset.scheme}; path=/; max-age=31536000; samesite=lax`;
}

function searchKey(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
      return;
    }
    const field = document.querySelector<HTMLInputElement>('[data-search-field]');
    if (field && field.offsetParent !== null) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** A menu on <details> closes on Escape, on a click elsewhere and when focus leaves it. */
function closingMenus(): void {
  const close = (keep: (menu: HTMLElement) => boolean) =>
    document.querySelectorAll<HTMLDetailsElement>('details.c-menu[open]').forEach((menu) => {
      if (!keep(menu)) {
        menu.open = false;
      }
    });
  document.addEventListener('click', (event) => close((menu) => menu.contains(event.target as Node)));
  // A click on a label first gives focus to what holds the menu; that is not leaving it.
  document.addEventListener('focusin', ({ target }) =>
    close((menu) => menu.contains(target as Node) || (target as Node).contains(menu)),
  );
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' && document.querySelector<HTMLDetailsElement>('details.c-menu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}

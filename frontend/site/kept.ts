/** As KeptTyping has it, which brings back what is kept and forgets it. */
const PREFIX = 'collegium-kept:';

/**
 * Keeps in this tab what is typed into fields with `data-kept-as` within a form with `data-kept-at`, until the form is saved or
 * its person signs out. It thus outlives the session and the platform.
 */
export function keepTyping(): void {
  document.addEventListener('input', (event) => {
    const typed = event.target;
    if (!(typed instanceof HTMLInputElement || typed instanceof HTMLTextAreaElement)) {
      return;
    }
    const field = typed.closest<HTMLElement>('[data-kept-as]');
    if (typed.type === 'file' || (typed !== field && typed.parentElement !== field)) {
      // It stands within the field and is not its text: a file that is chosen, what a picture shows, a word that is looked for.
      return;
    }
    const place = field?.closest<HTMLElement>('[data-kept-at]')?.dataset.keptAt;
    const name = field?.dataset.keptAs;
    if (place && name) {
      keep(PREFIX + place, name, typed.value);
    }
  });
  document.addEventListener('submit', (event) => {
    if (event.target instanceof HTMLFormElement && new URL(event.target.action).pathname === '/logout') {
      forgetAll();
    }
  });
}

/** A browser that keeps nothing, or has no room left, is as good as before. */
function keep(key: string, name: string, text: string): void {
  try {
    const before = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, string>;
    sessionStorage.setItem(key, JSON.stringify({ ...before, [name]: text }));
  } catch {
    // Nothing is kept.
  }
}

function forgetAll(): void {
  try {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => sessionStorage.removeItem(key));
  } catch {
    // Nothing was kept.
  }
}

const PREFIX = 'collegium-kept:';

/** What Flow asks for (KeptTyping). */
interface Kept {
  of(place: string): Record<string, string>;
  forget(place: string): void;
}

declare global {
  interface Window {
    collegiumKept: Kept;
  }
}

/**
 * Keeps in this tab what is typed into fields with `data-kept-as` within a form with `data-kept-at`, until the form is saved or
 * its person signs out. It thus outlives the session and the platform.
 */
export function keepTyping(): void {
  window.collegiumKept = { of: kept, forget: (place) => forgetAt(PREFIX + place) };
  document.addEventListener('input', (event) => {
    const typed = event.target;
    const field = (typed as Element).closest<HTMLElement>('[data-kept-as]');
    const place = field?.closest<HTMLElement>('[data-kept-at]')?.dataset.keptAt;
    const name = field?.dataset.keptAs;
    if (place && name && (typed instanceof HTMLInputElement || typed instanceof HTMLTextAreaElement)) {
      keep(place, { ...kept(place), [name]: typed.value });
    }
  });
  document.addEventListener('submit', (event) => {
    if (event.target instanceof HTMLFormElement && new URL(event.target.action).pathname === '/logout') {
      Object.keys(sessionStorage)
        .filter((key) => key.startsWith(PREFIX))
        .forEach(forgetAt);
    }
  });
}

function kept(place: string): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + place) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

/** A browser that keeps nothing, or has no room for it, loses nothing that it had before. */
function keep(place: string, fields: Record<string, string>): void {
  try {
    sessionStorage.setItem(PREFIX + place, JSON.stringify(fields));
  } catch {
    forgetAt(PREFIX + place);
  }
}

function forgetAt(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing is kept in this browser.
  }
}

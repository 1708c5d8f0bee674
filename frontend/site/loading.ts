const EVERY = 1000;
const GIVEN_UP_AFTER = 5;

/**
 * The page that stands before all others while the demonstration is loaded: shows how far it is, opens what was asked for when
 * all is there, and says so when the platform answers no more.
 */
export function enhanceLoading(): void {
  const page = document.querySelector<HTMLElement>('[data-loading]');
  if (page) {
    void watch(page);
  }
}

async function watch(page: HTMLElement): Promise<void> {
  const stopped = page.querySelector<HTMLElement>('[data-loading-stopped]');
  let failures = 0;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, EVERY));
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
      if (answer.status !== 503) {
        location.reload();
        return;
      }
      show(page, await answer.text());
      failures = 0;
    } catch {
      failures++;
    }
    if (stopped) {
      stopped.hidden = failures < GIVEN_UP_AFTER;
    }
  }
}

function show(page: HTMLElement, html: string): void {
  const now = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-loading-parts]');
  const before = page.querySelector('[data-loading-parts]');
  if (now && before && now.innerHTML !== before.innerHTML) {
    before.innerHTML = now.innerHTML;
  }
}

/**
 * Results as one types: the form's own address is fetched and its results replace those on the page. Without this
 * script the same form is sent as it is.
 */
export function enhanceCatalogue(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-catalogue]');
  if (form) {
    new CatalogueForm(form).listen();
  }
}

const REPLACED = ['facets', 'bar-tools', 'results'];

/** Why results are shown anew: decides what the back button does and whether the field is filled again. */
type Reason = 'typed' | 'chosen' | 'followed' | 'revisited';

class CatalogueForm {
  private readonly form: HTMLFormElement;
  private running?: AbortController;
  private waiting?: number;

  constructor(form: HTMLFormElement) {
    this.form = form;
  }

  listen(): void {
    this.form.addEventListener('input', (event) => {
      const typed = (event.target as HTMLInputElement).type === 'search';
      window.clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => void this.show(this.address(), typed ? 'typed' : 'chosen'), typed ? 140 : 0);
    });
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      window.clearTimeout(this.waiting);
      document.querySelector<HTMLElement>('.cat-facets:popover-open')?.hidePopover();
      void this.show(this.address(), 'chosen');
    });
    document.addEventListener('click', (event) => this.follow(event));
    window.addEventListener('popstate', () => void this.show(location.href, 'revisited'));
  }

  /** Links that stay in the catalogue (a chip taken away, the next page) are fetched like typed filters. */
  private follow(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-catalogue-link]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const toTop = link.dataset.catalogueLink === 'page';
    void this.show(link.href, 'followed').then(() => {
      if (toTop) {
        window.scrollTo({ top: 0 });
        document.querySelector<HTMLElement>('#results')?.focus({ preventScroll: true });
      }
    });
  }

  private address(): string {
    const chosen = new URLSearchParams();
    new FormData(this.form).forEach((value, name) => {
      if (typeof value === 'string' && value.trim() !== '' && !(name === 'sort' && value === this.form.dataset.sort)) {
        chosen.append(name, value.trim());
      }
    });
    const query = chosen.toString();
    return this.form.action.split('?')[0] + (query ? `?${query}` : '');
  }

  private async show(address: string, reason: Reason): Promise<void> {
    this.running?.abort();
    const running = (this.running = new AbortController());
    const results = document.querySelector('#results');
    results?.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(address, { signal: running.signal, headers: { 'X-Fragment': 'results' } });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      this.replace(page, address, reason === 'followed' || reason === 'revisited');
      this.remember(address, reason);
    } catch (problem) {
      if (!running.signal.aborted) {
        location.assign(address);
      }
    } finally {
      if (this.running === running) {
        results?.removeAttribute('aria-busy');
      }
    }
  }

  /** Each filter is a step that the back button undoes; typing is one step, however many letters. */
  private remember(address: string, reason: Reason): void {
    if (reason === 'revisited' || address === location.href) {
      return;
    }
    if (reason === 'typed' && history.state === 'typed') {
      history.replaceState('typed', '', address);
    } else {
      history.pushState(reason, '', address);
    }
  }

  private replace(page: Document, address: string, refill: boolean): void {
    const focused = document.activeElement?.id;
    const open = [...document.querySelectorAll<HTMLDetailsElement>('.cat-facet[open]')].map((facet) => facet.id);
    for (const id of REPLACED) {
      const fresh = page.getElementById(id);
      document.getElementById(id)?.replaceChildren(...(fresh ? [...fresh.childNodes] : []));
    }
    const count = document.getElementById('count');
    const freshCount = page.getElementById('count')?.textContent ?? '';
    if (count && count.textContent !== freshCount) {
      count.textContent = freshCount;
    }
    open.forEach((id) => {
      const facet = document.getElementById(id) as HTMLDetailsElement | null;
      if (facet) {
        facet.open = true;
      }
    });
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
    const field = this.form.querySelector<HTMLInputElement>('input[type=search]');
    if (refill && field) {
      field.value = new URL(address, location.href).searchParams.get('q') ?? '';
    }
  }
}

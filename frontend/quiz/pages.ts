import type { CollegiumQuestion } from './question';

const LEFT = 'collegium-quiz-left:';

/**
 * Shows the questions of an attempt, one at a time or all on one page, each below the head of its section, and then the last look.
 * Where the order is forced there is no way back.
 */
export class Pages {
  readonly all: boolean;
  readonly forced: boolean;
  private readonly heads: HTMLElement[];
  private place: string | undefined;

  constructor(
    private readonly sitting: HTMLElement,
    private readonly questions: CollegiumQuestion[],
  ) {
    this.all = sitting.dataset.pages === 'all';
    this.forced = sitting.dataset.order === 'forced';
    this.heads = [...sitting.querySelectorAll<HTMLElement>('.quiz-section')];
  }

  /** Where one was in this tab when the page was loaded again, as after another sign-in; undefined where that is not known. */
  left(work: string | undefined): number | undefined {
    this.place = work && !this.all && !this.forced ? LEFT + work : undefined;
    const at = this.place ? stored(this.place) : null;
    return at && /^\d{1,3}$/.test(at) && Number(at) <= this.questions.length ? Number(at) : undefined;
  }

  /** Shows a question by its index, or the last look after them. */
  show(current: number): void {
    if (this.place) {
      store(this.place, String(current));
    }
    const end = this.questions.length;
    const looking = current === end;
    this.questions.forEach((question, at) => (question.hidden = this.all ? looking : at !== current));
    this.heads.forEach((head) => (head.hidden = looking || !(this.all || this.holds(head, current))));
    this.hide('.quiz-last-look', !looking);
    this.hide('[data-previous]', looking || this.all || this.forced);
    this.hide('[data-next=question]', this.all || current >= end - 1);
    this.hide('[data-next=look]', looking || !(this.all || current === end - 1));
    this.hide('[data-submit=look]', !looking);
    this.hide('[data-back]', !looking || this.forced);
    const previous = this.sitting.querySelector<HTMLButtonElement>('[data-previous]');
    if (previous) {
      previous.disabled = current === 0;
    }
    this.sitting.querySelectorAll<HTMLButtonElement>('.quiz-step').forEach((step, at) => {
      step.disabled = this.forced && at !== current;
    });
  }

  /** Who comes to the first question of a section hears of the section first. */
  focus(current: number): void {
    if (current === this.questions.length) {
      this.sitting.querySelector<HTMLElement>('.quiz-last-look h2')?.focus();
      return;
    }
    const head = this.heads.find(({ dataset }) => Number(dataset.first) === current);
    const heading = head?.querySelector<HTMLElement>('h2');
    if (heading) {
      heading.focus();
    } else {
      this.questions[current]?.focusHeading();
    }
  }

  private holds(head: HTMLElement, current: number): boolean {
    return Number(head.dataset.first) <= current && current <= Number(head.dataset.last);
  }

  private hide(selector: string, hidden: boolean): void {
    this.sitting.querySelectorAll<HTMLElement>(selector).forEach((element) => (element.hidden = hidden));
  }
}

/** A browser that keeps nothing is as good as before. */
function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Nothing is kept.
  }
}

/** The words of the page, by the ends of their keys. */
type Words = Record<string, string>;

type Checker = typeof import('./check');

const PATIENCE_MILLIS = 20_000;
const SHAPES: Record<string, string> = {
  valid: '<circle cx="32" cy="32" r="29" /><path d="M19 33l9 9 18-20" />',
  revoked: '<path d="M20 4h24l16 16v24L44 60H20L4 44V20z" /><path d="M22 22l20 20M42 22L22 42" />',
  unknown: '<path d="M32 5l29 52H3z" /><path d="M32 25v16M32 48v2" />',
};
/** What is not known is told apart from what is known to be wrong. */
const UNDECIDED = ['unreachable', 'list-old', 'elsewhere', 'suspension', 'not-yet', 'kind', 'nothing', 'nothing-inside', 'several', 'large'];

/**
 * Checks a file in the browser: it is read here and sent nowhere. What is asked for is what issuers publish, keys and status
 * lists, and only from the server of the page. The rest of the script is loaded when there is a file.
 */
function enhance(section: HTMLElement): void {
  const words = JSON.parse(section.dataset.words ?? '{}') as Words;
  const published = {
    address: new URL(section.dataset.address ?? location.origin).href.replace(/\/+$/, ''),
    fetch: fetched,
  };
  const input = section.querySelector('input')!;
  const drop = section.querySelector<HTMLElement>('.verify-drop')!;
  const result = section.querySelector<HTMLElement>('[data-result]')!;
  let turn = 0;
  const begin = async (file: File) => {
    const mine = ++turn;
    result.replaceChildren(element('p', 'verify-lead', words.checking));
    const shown = await report(file, words, published);
    if (mine === turn) {
      result.replaceChildren(...shown);
      result.focus();
    }
  };
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) {
      void begin(file);
    }
    // The same file may be chosen again after it was changed.
    input.value = '';
  });
  dropping(drop, begin);
  section.hidden = false;
}

/** A file that misses the field would otherwise replace the page. */
function dropping(drop: HTMLElement, begin: (file: File) => void): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.toggle('verify-drop-over', drop.contains(event.target as Node));
  });
  document.addEventListener('dragleave', () => drop.classList.remove('verify-drop-over'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('verify-drop-over');
    const [file] = event.dataTransfer?.files ?? [];
    if (file) {
      begin(file);
    }
  });
}

async function fetched(path: string, accept: string): Promise<string> {
  const answer = await fetch(path, {
    headers: { accept },
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE_MILLIS),
  });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return answer.text();
}

type Asking = { readonly address: string; readonly fetch: typeof fetched };

async function report(file: File, words: Words, asking: Asking): Promise<HTMLElement[]> {
  let checker: Checker;
  try {
    checker = await import('./check');
  } catch {
    return [verdict('unknown', words, words['unreachable'])];
  }
  try {
    const found = await checker.credentialIn(file);
    const { findings, parts, endorsements, good } = await checker.checkWhole(found, asking, new Date());
    const wrong = findings.find((finding) => !finding.good);
    const shown = [
      wrong
        ? verdict(UNDECIDED.includes(wrong.code) ? 'unknown' : 'revoked', words, told(words, wrong.code, wrong.args), wrong.code)
        : good
          ? verdict('valid', words, words[parts.length > 0 ? 'parts.text' : 'valid.text'])
          : verdict('unknown', words, words.parts, 'parts'),
      element('p', 'c-muted', told(words, 'file', [file.name])),
    ];
    if (endorsements.some((one) => one.findings.some((finding) => !finding.good))) {
      shown.splice(1, 0, element('p', 'verify-lead', words['endorsements.some']));
    }
    if (!wrong) {
      shown.push(facts(found.statement, words, checker));
    }
    if (parts.length > 0) {
      shown.push(element('h3', '', words['parts.title']), list(parts.map((part) => ofPart(part, words, checker))));
    }
    if (endorsements.length > 0) {
      shown.push(element('h3', '', words.endorsements), list(endorsements.map((one) => ofEndorsement(one, words, checker))));
    }
    shown.push(element('h3', '', words.steps));
    shown.push(list(findings.map(({ step, good, code, args }) => ({ good, text: `${words[`step.${step}`]} ${told(words, code, args)}` }))));
    if (wrong?.code === 'changed' || wrong?.code === 'words') {
      shown.push(comparing(found, words, asking, checker));
    }
    return shown;
  } catch (failure) {
    const { code, args } = failure instanceof checker.Unreadable ? failure : { code: 'nothing', args: [] };
    return [verdict('unknown', words, told(words, code, args), code)];
  }
}

type Line = { readonly good: boolean; readonly text: string };

function ofPart({ statement, findings }: Awaited<ReturnType<Checker['checkWhole']>>['parts'][number], words: Words, checker: Checker): Line {
  const wrong = findings.find(({ good }) => !good);
  const name = [statement.name, nameOf(statement, checker)].filter((text) => typeof text === 'string' && text).join(', ');
  return { good: !wrong, text: `${name}: ${wrong ? told(words, wrong.code, wrong.args) : words.part}` };
}

function ofEndorsement({ statement, findings }: Parameters<typeof ofPart>[0], words: Words, checker: Checker): Line {
  const wrong = findings.find(({ good }) => !good);
  const said = wrong ? told(words, 'endorsement.not', [told(words, wrong.code, wrong.args)]) : words.endorsement;
  return { good: !wrong, text: `${nameOf(statement, checker)}: ${said}` };
}

function list(lines: Line[]): HTMLElement {
  const made = element('ul', 'verify-steps');
  made.append(...lines.map(({ good, text }) => {
    const line = element('li');
    line.append(element('bdi', '', text));
    line.dataset.good = String(good);
    return line;
  }));
  return made;
}

function nameOf(statement: Record<string, unknown>, { issuerOf }: Checker): string {
  const name = (statement.issuer as Record<string, unknown> | undefined)?.name;
  return typeof name === 'string' ? name : issuerOf(statement);
}

function verdict(status: string, words: Words, said: string, code = 'valid'): HTMLElement {
  const box = element('div', `verify-verdict verify-${status}`);
  box.dataset.verdict = code;
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  shape.setAttribute('class', 'verify-shape');
  shape.setAttribute('viewBox', '0 0 64 64');
  shape.setAttribute('aria-hidden', 'true');
  shape.innerHTML = SHAPES[status];
  const text = element('div');
  const title = words[`verdict.${code}`] ?? words[status === 'revoked' ? 'verdict.bad' : 'verdict.undecided'];
  text.append(element('h3', 'verify-title', title), element('p', 'verify-lead', capitalised(said)));
  box.append(shape, text);
  return box;
}

/** What is signed, so that it can be compared with what the page or picture shows. */
function facts(statement: Record<string, unknown>, words: Words, checker: Checker): HTMLElement {
  const subject = (statement.credentialSubject ?? {}) as Record<string, unknown>;
  const identifiers = [subject.identifier ?? []].flat() as Record<string, unknown>[];
  const list = element('dl', 'verify-facts');
  const add = (key: string, value: unknown, type = '') => {
    if (typeof value === 'string' && value) {
      const entry = element('div', type);
      const said = element('dd', '', value);
      said.dir = 'auto';
      entry.append(element('dt', '', words[key]), said);
      list.append(entry);
    }
  };
  add('who', identifiers.find(({ identityType }) => identityType === 'name')?.identityHash, 'verify-who');
  add('what', statement.name);
  add('by', nameOf(statement, checker));
  add('when', day(statement.validFrom));
  const box = element('div');
  box.append(list, element('p', 'c-muted', words['only-this']));
  return box;
}

/** Asks, since it tells the server which certificate is looked at; then says what was changed. */
function comparing(
  { statement }: { readonly statement: Record<string, unknown> },
  words: Words,
  asking: Asking,
  { differences, fromText, check }: Checker,
): HTMLElement {
  const box = element('div', 'verify-compare');
  const id = String(statement.id);
  const address = `${asking.address}/verify/`;
  if (!id.startsWith(address)) {
    return box;
  }
  const button = element('button', 'c-button', words.compare) as HTMLButtonElement;
  button.type = 'button';
  const said = element('div');
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    button.disabled = true;
    said.replaceChildren(element('p', '', words.checking));
    try {
      const issued = fromText(await asking.fetch(id.substring(asking.address.length), 'application/vc'));
      const holds = (await check(issued, asking, new Date())).some(({ step, good }) => step === 'signature' && good);
      if (!holds) {
        throw new Error('the original does not hold');
      }
      said.replaceChildren(...changes(differences(statement, issued.statement), words));
    } catch {
      said.replaceChildren(element('p', '', words['compare.none']));
      button.disabled = false;
    }
  });
  box.append(element('p', 'c-muted', words['compare.hint']), button, said);
  return box;
}

function changes(found: ReturnType<Checker['differences']>, words: Words): HTMLElement[] {
  if (found.length === 0) {
    return [element('p', '', words['compare.same'])];
  }
  const table = element('table', 'c-table verify-changes');
  const head = element('tr');
  const title = (key: string) => {
    const cell = element('th', '', words[key]);
    cell.setAttribute('scope', 'col');
    return cell;
  };
  head.append(title('compare.place'), title('compare.file'), title('compare.issued'));
  const top = element('thead');
  top.append(head);
  const body = element('tbody');
  for (const { place, code, here, there } of found) {
    const row = element('tr');
    const cells = [code ? words[`place.${code}`] : place, here ?? words['compare.absent'], there ?? words['compare.absent']];
    row.append(...cells.map((cell, at) => {
      const made = element('td', '', cell);
      made.dir = 'auto';
      made.dataset.label = words[['compare.place', 'compare.file', 'compare.issued'][at]];
      return made;
    }));
    body.append(row);
  }
  table.append(top, body);
  return [element('p', '', words['compare.found']), table];
}

/** The sentences of steps go on after the name of the step. */
function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(document.documentElement.lang) + text.slice(first.length);
}

function told(words: Words, code: string, args: readonly string[]): string {
  return args.reduce((text, value, at) => text.replaceAll(`{${at}}`, day(value) ?? value), words[code] ?? code);
}

/** A time in words; undefined for other texts. */
function day(text: unknown): string | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(text) || Number.isNaN(Date.parse(text))) {
    return undefined;
  }
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text));
}

function element(name: string, type = '', text?: string): HTMLElement {
  const made = document.createElement(name);
  if (type) {
    made.className = type;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

const section = document.querySelector<HTMLElement>('[data-file-check]');
if (section) {
  enhance(section);
}

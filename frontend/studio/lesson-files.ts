/** A file that came into the draft. */
export interface Added {
  readonly reference: string;
  readonly picture: boolean;
  readonly type: string;
}

/** Sends a file to the draft. Throws an error with the sentence that says why it was refused. */
export async function send(address: string, file: File, failed: string): Promise<Added> {
  const form = new FormData();
  form.append('file', file, file.name || `picture.${file.type.split('/')[1] ?? 'png'}`);
  let response: Response;
  try {
    response = await fetch(address, { method: 'POST', body: form });
  } catch {
    throw new Error(failed);
  }
  const answer = (await response.json().catch(() => ({}))) as Partial<Added> & { problem?: string };
  if (!response.ok || answer.reference === undefined) {
    throw new Error(answer.problem ?? failed);
  }
  return answer as Added;
}

/** Asks what a picture shows. Undefined when the person leaves it; empty for decoration. */
export function askAlternative(file: File, texts: Record<string, string>): Promise<string | undefined> {
  const dialog = document.createElement('dialog');
  dialog.className = 'c-lesson-alt';
  dialog.setAttribute('aria-labelledby', 'c-lesson-alt-title');
  const address = URL.createObjectURL(file);
  const title = element('h2', texts['alt.title']);
  title.id = 'c-lesson-alt-title';
  const picture = document.createElement('img');
  picture.src = address;
  picture.alt = '';
  const field = document.createElement('textarea');
  field.rows = 3;
  field.id = 'c-lesson-alt-text';
  const label = element('label', texts['alt.text']);
  label.setAttribute('for', field.id);
  const help = element('p', texts['alt.help']);
  help.className = 'c-muted c-small';
  help.id = 'c-lesson-alt-help';
  field.setAttribute('aria-describedby', help.id);
  const decoration = document.createElement('input');
  decoration.type = 'checkbox';
  const decorationLabel = element('label', '');
  decorationLabel.append(decoration, ` ${texts['alt.decoration']}`);
  const problem = element('p', '');
  problem.className = 'c-lesson-alt-problem';
  problem.setAttribute('role', 'alert');
  const insert = element('button', texts['alt.insert']) as HTMLButtonElement;
  insert.className = 'c-button c-button-primary';
  insert.type = 'submit';
  const cancel = element('button', texts.cancel) as HTMLButtonElement;
  cancel.className = 'c-button';
  cancel.type = 'button';
  const actions = document.createElement('div');
  actions.className = 'c-lesson-alt-actions';
  actions.append(cancel, insert);
  const form = document.createElement('form');
  form.append(title, picture, label, field, help, decorationLabel, problem, actions);
  dialog.append(form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let answer: string | undefined;
    decoration.addEventListener('change', () => (field.disabled = decoration.checked));
    cancel.addEventListener('click', () => dialog.close());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = field.value.replace(/\s+/g, ' ').trim();
      if (!decoration.checked && text === '') {
        problem.textContent = texts['alt.needed'];
        field.focus();
      } else {
        answer = decoration.checked ? '' : text;
        dialog.close();
      }
    });
    dialog.addEventListener('close', () => {
      URL.revokeObjectURL(address);
      dialog.remove();
      resolve(answer);
    });
    dialog.showModal();
    field.focus();
  });
}

/** A text in which nothing closes the brackets around it. */
export function escaped(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&');
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Conveniences of plain forms: a password can be looked at, a form is sent once. Everything works without them. */
export function enhanceForms(): void {
  document.querySelectorAll<HTMLButtonElement>('[data-reveal]').forEach((button) => {
    const field = document.getElementById(button.dataset.reveal ?? '');
    if (field instanceof HTMLInputElement) {
      button.hidden = false;
      button.addEventListener('click', () => reveal(field, button));
    }
  });
  document.querySelectorAll<HTMLFormElement>('form[data-once]').forEach(sendOnce);
}

function reveal(field: HTMLInputElement, button: HTMLButtonElement): void {
  const shown = field.type === 'text';
  field.type = shown ? 'password' : 'text';
  button.setAttribute('aria-pressed', String(!shown));
  field.focus();
}

function sendOnce(form: HTMLFormElement): void {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) {
      event.preventDefault();
    }
    sent = true;
  });
  // A page that comes back from the browser's memory can be sent again.
  addEventListener('pageshow', () => (sent = false));
}

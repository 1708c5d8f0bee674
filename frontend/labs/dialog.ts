/** A dialog over the page, with a title and a button that closes it. Keys pressed in it do not reach the page behind. */
export function dialog(name: string, title: string, close: string): { element: HTMLDialogElement; body: HTMLElement } {
  const element = document.createElement('dialog');
  element.className = `lab-dialog ${name}`;
  const head = document.createElement('div');
  head.className = 'lab-dialog-head';
  const heading = document.createElement('h2');
  heading.id = `${name}-title`;
  heading.textContent = title;
  element.setAttribute('aria-labelledby', heading.id);
  const closing = document.createElement('button');
  closing.type = 'button';
  closing.className = 'c-button c-button-quiet';
  closing.textContent = close;
  closing.addEventListener('click', () => element.close());
  head.append(heading, closing);
  const body = document.createElement('div');
  body.className = 'lab-dialog-body';
  element.append(head, body);
  element.addEventListener('keydown', (event) => event.stopPropagation());
  element.addEventListener('click', (event) => event.target === element && element.close());
  element.addEventListener('close', () => element.remove());
  document.body.append(element);
  element.showModal();
  return { element, body };
}

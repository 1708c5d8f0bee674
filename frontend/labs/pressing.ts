/** How far a pointer may be drawn away, in pixels, before letting go means not to press. */
const REACH = 40;

/**
 * A button that counts as pressed where the pointer went down and up again, though the page has moved beneath it meanwhile, as it
 * does when cells above show more. Call it before the button is told what to do.
 */
export function holdFast(button: HTMLButtonElement): void {
  let down: PointerEvent | undefined;
  button.addEventListener('pointerdown', (event) => {
    down = event;
    button.setPointerCapture(event.pointerId);
  });
  button.addEventListener('click', (event) => {
    // Of a click by keyboard or by a reader of the screen no pointer is known.
    const away = event.detail > 0 && down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
    if (away && away > REACH) {
      event.stopImmediatePropagation();
    }
    down = undefined;
  });
}

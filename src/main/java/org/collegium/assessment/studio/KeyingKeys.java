package org.collegium.assessment.studio;

/**
 * The keys for keying: letters and digits mark options of the question one is in, Enter goes to the next question without
 * a key and from the last one onwards, Ctrl+Z takes back. They work only while the focus is among the questions.
 */
final class KeyingKeys {

    /** Run with the panel as {@code this}. */
    static final String LISTEN = """
            if (this.keyingKeys) {
              return;
            }
            this.keyingKeys = true;
            const questions = () => [...this.querySelectorAll('[data-keyed]')];
            const marked = (question) =>
              question.dataset.keyed === 'true' || question.querySelector('input:checked') !== null;
            const open = (question) => {
              question.scrollIntoView({ block: 'center' });
              const field = question.querySelector('vaadin-text-field, vaadin-big-decimal-field');
              (field ?? question).focus({ preventScroll: true });
            };
            const next = (from, step = 1) => {
              const all = questions();
              const start = all.indexOf(from);
              for (let i = 1; i <= all.length; i++) {
                const other = all[(start + i * step + all.length * i) % all.length];
                if (other !== from && !marked(other)) {
                  return other;
                }
              }
              return undefined;
            };
            const go = (from, step) => {
              const other = next(from, step);
              if (other) {
                open(other);
              } else if (!from || marked(from)) {
                this.$server.goOn();
              } else {
                open(from);
              }
            };
            this.addEventListener('click', (event) => {
              if (event.target.closest('[data-next-open]')) {
                const first = questions().find((question) => !marked(question));
                if (first) {
                  open(first);
                }
              }
            });
            this.addEventListener('keydown', (event) => {
              const question = event.target.closest('[data-keyed]');
              const types = event.target.matches('textarea, input:not([type=radio]):not([type=checkbox])');
              if (event.defaultPrevented || event.altKey || (!question && !event.target.closest('.c-keys'))) {
                return;
              }
              if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !types) {
                event.preventDefault();
                this.$server.undo();
                return;
              }
              if (event.ctrlKey || event.metaKey || !question) {
                return;
              }
              if (event.key === 'Enter' && !event.target.closest('a, button, vaadin-button')) {
                event.preventDefault();
                setTimeout(() => go(question, event.shiftKey ? -1 : 1));
              } else if (!types && /^[a-z1-9]$/i.test(event.key)) {
                const at = event.key >= '1' && event.key <= '9'
                  ? event.key - 1
                  : event.key.toLowerCase().charCodeAt(0) - 97;
                const input = question
                  .querySelectorAll('vaadin-radio-button, vaadin-checkbox')[at]?.querySelector('input');
                if (input) {
                  event.preventDefault();
                  input.focus({ preventScroll: true });
                  input.click();
                }
              }
            });
            const pressed = (event) => {
              if (!this.isConnected) {
                document.removeEventListener('keydown', pressed);
              } else if (event.key === 'Enter' && !event.defaultPrevented && event.target.matches('body, main')) {
                event.preventDefault();
                go(undefined, 1);
              }
            };
            document.addEventListener('keydown', pressed);
            // After the frame has moved the focus to the new page.
            setTimeout(() => {
              const first = questions().find((question) => !marked(question));
              if (first && (document.activeElement ?? document.body).matches('body, main')) {
                first.focus({ preventScroll: true });
              }
            });
            """;

    private KeyingKeys() {}
}

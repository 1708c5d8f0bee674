package org.collegium.assessment.ui;

/** The keys of a quiz: a digit chooses, Enter goes on. Nothing else is taken from those who type or press buttons. */
final class QuizKeys {

    static final String LISTEN = """
            if (this.quizKeys) return;
            this.quizKeys = event => {
              if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
              const at = event.target;
              if (at !== document.body && !this.contains(at)) return;
              const types = at.matches('textarea, input:not([type=radio]):not([type=checkbox])');
              if (/^[1-9]$/.test(event.key) && !types) {
                const choice = this.querySelectorAll('.quiz-options > :is(vaadin-radio-button, vaadin-checkbox)')[event.key - 1];
                const input = choice && choice.querySelector('input');
                if (input) {
                  event.preventDefault();
                  event.stopPropagation();
                  input.focus();
                  input.click();
                }
              } else if (event.key === 'Enter' && this.contains(at) && !at.closest('button, a, vaadin-button')) {
                const next = this.querySelector('[data-next]');
                if (next) {
                  event.preventDefault();
                  setTimeout(() => next.click());
                }
              }
            };
            document.addEventListener('keydown', this.quizKeys);
            new MutationObserver((changes, observer) => {
              if (!this.isConnected) {
                document.removeEventListener('keydown', this.quizKeys);
                this.quizKeys = null;
                observer.disconnect();
              }
            }).observe(document.body, { childList: true, subtree: true });
            """;

    private QuizKeys() {}
}

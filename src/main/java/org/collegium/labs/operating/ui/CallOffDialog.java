package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.List;
import org.collegium.labs.operating.OperatingLabs;
import org.collegium.labs.operating.QueuedSubmission;
import org.collegium.shared.ui.Toasts;

/** Calls a submission off, with a reason for its learner. */
final class CallOffDialog extends WordsDialog {

    CallOffDialog(OperatingLabs labs, QueuedSubmission row, Runnable changed) {
        super(
                Words.text("labs.operating.call-off.title", row.lab()),
                List.of(
                        Words.text("labs.operating.call-off.learner"),
                        Words.text("labs.operating.call-off.count"),
                        Words.text("labs.operating.call-off.back")),
                Words.text("labs.operating.call-off.reason"),
                Words.text("labs.operating.call-off.hint"),
                verb(),
                words -> {
                    labs.callOff(row.id(), words);
                    Toasts.withUndo(Words.text("labs.operating.call-off.done"), () -> {
                        labs.putBack(row.id());
                        changed.run();
                    });
                    changed.run();
                });
    }

    private static Button verb() {
        Button verb = new Button(Words.text("labs.operating.call-off.verb"));
        verb.addThemeVariants(ButtonVariant.ERROR);
        return verb;
    }
}

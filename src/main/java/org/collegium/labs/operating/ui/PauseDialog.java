package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.button.Button;
import java.util.List;
import org.collegium.labs.operating.OperatingLabs;

/** Pauses all grading, with words for learners who wait. */
final class PauseDialog extends WordsDialog {

    PauseDialog(OperatingLabs labs, Runnable changed) {
        super(
                Words.text("labs.operating.pause.title"),
                List.of(
                        Words.text("labs.operating.pause.begun"),
                        Words.text("labs.operating.pause.handed-in"),
                        Words.text("labs.operating.pause.told")),
                Words.text("labs.operating.pause.words"),
                Words.text("labs.operating.pause.hint"),
                new Button(Words.text("labs.operating.pause.verb")),
                words -> {
                    labs.pause(words);
                    changed.run();
                });
    }
}

package org.collegium.labs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.collegium.labs.GradingProgress;
import org.collegium.labs.work.LabSubmission;
import org.collegium.labs.work.SubmissionState;

/** How far a submission is: its place in the queue, then which step is done, as words and as a line. */
final class GradingLine extends Div {

    private static final int ALL = 100;

    private final Paragraph words = new Paragraph();
    private final Div line = new Div();
    private final Div done = new Div();

    GradingLine() {
        addClassNames("lab-grading", "c-surface");
        line.addClassName("c-progress");
        line.getElement().setAttribute("role", "progressbar");
        line.getElement().setAttribute("aria-valuemin", "0");
        line.getElement().setAttribute("aria-valuemax", Integer.toString(ALL));
        line.add(done);
        add(words, line);
        setVisible(false);
    }

    void show(SubmissionState state) {
        setVisible(true);
        String sentence = detail(state);
        if (!words.getText().equals(sentence)) {
            words.setText(sentence);
            line.getElement().setAttribute("aria-label", sentence);
        }
        int percent = percent(state);
        done.getStyle().set("width", percent + "%");
        line.getElement().setAttribute("aria-valuenow", Integer.toString(percent));
        setClassName("lab-grading-waits", state.state() == LabSubmission.State.WAITING);
    }

    void hide() {
        setVisible(false);
    }

    /** What to say when a step begins. */
    String inWords(SubmissionState state) {
        return of(state, step(state));
    }

    private String detail(SubmissionState state) {
        GradingProgress progress = state.progress();
        return of(
                state,
                progress == null
                        ? step(state)
                        : getTranslation("labs.grading." + progress.stage().name(), progress.done(), progress.of()));
    }

    private String of(SubmissionState state, String step) {
        return getTranslation("labs.grading.of", state.number(), step);
    }

    private String step(SubmissionState state) {
        return state.state() == LabSubmission.State.WAITING
                ? getTranslation("labs.waiting", state.ahead())
                : getTranslation("labs.grading");
    }

    /** The tests are the first half of the way, what the cells show the second. */
    private static int percent(SubmissionState state) {
        GradingProgress progress = state.progress();
        if (state.state() == LabSubmission.State.WAITING) {
            return 0;
        }
        if (progress == null) {
            return 8;
        }
        int half = ALL / 2;
        int part = progress.of() == 0 ? half : half * progress.done() / progress.of();
        return Math.max(8, progress.stage() == GradingProgress.Stage.TESTS ? part : half + part);
    }
}

package org.collegium.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.collegium.learning.CompletionRule;
import org.collegium.learning.CourseOutline.Step;
import org.collegium.learning.UnitProgress;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Moments;
import org.jspecify.annotations.Nullable;

/** Says what completes a unit, or that it is complete and why; the button of an exercise is here. */
final class CompletionPanel extends Section {

    private final String rule;
    private final Runnable tried;

    /**
     * @param rule message key of the sentence that says what completes the unit
     * @param tried called when the learner says they tried it
     */
    CompletionPanel(String rule, Runnable tried) {
        this.rule = rule;
        this.tried = tried;
        addClassName("lrn-completion");
        setAriaLabel(getTranslation("learning.completion.name"));
    }

    /** @param awaiting whether it was handed in and its result is not released */
    void show(Seat seat, Step step, UnitProgress progress, boolean awaiting) {
        removeAll();
        Instant completed = progress.completedAt();
        setClassName("lrn-completion-done", completed != null);
        Div words = new Div();
        words.addClassName("lrn-completion-words");
        add((completed != null ? Glyph.CIRCLE_CHECK : awaiting ? Glyph.CLOCK : Glyph.INFO).create(), words);
        if (completed == null && awaiting) {
            words.add(new Paragraph(getTranslation("learning.completion.awaiting")));
        } else if (completed == null) {
            words.add(new Paragraph(getTranslation(rule)));
            openButton(step);
        } else {
            words.add(new Paragraph(getTranslation("learning.completion.done")), happened(progress, completed));
        }
        solution(seat, step).ifPresent(found -> words.add(solution(seat, found, completed)));
    }

    private Paragraph happened(UnitProgress progress, Instant completed) {
        String event = String.valueOf(progress.completedBy()).toLowerCase(Locale.ROOT);
        Moments moments = Moments.here();
        Paragraph happened = new Paragraph(getTranslation("learning.event." + event, moments.day(completed)));
        happened.addClassNames("c-muted", "c-small");
        happened.setTitle(moments.minute(completed));
        return happened;
    }

    private void openButton(Step step) {
        if (step.rule() == CompletionRule.TRIED) {
            Button button = new Button(getTranslation("learning.tried"), click -> tried.run());
            button.addThemeVariants(ButtonVariant.PRIMARY);
            button.setDisableOnClick(true);
            add(button);
        }
    }

    private Component solution(Seat seat, Step solution, @Nullable Instant completed) {
        if (completed == null) {
            Paragraph later = new Paragraph(getTranslation("learning.solution.later"));
            later.addClassNames("c-muted", "c-small");
            return later;
        }
        return new Anchor(seat.address(solution), getTranslation("learning.solution.see"));
    }

    private static Optional<Step> solution(Seat seat, Step exercise) {
        return seat.outline().steps().stream()
                .filter(step -> exercise.key().equals(step.unit().solutionOf()))
                .findFirst();
    }
}

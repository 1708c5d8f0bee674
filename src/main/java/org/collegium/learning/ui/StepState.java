package org.collegium.learning.ui;

import org.collegium.learning.CourseOutline;
import org.collegium.learning.CourseOutline.Step;
import org.collegium.learning.OwnUnits;
import org.collegium.shared.ui.Glyph;

/** How a unit stands in the outline: a shape and a word; colour only adds to them. */
enum StepState {
    DONE(Glyph.CIRCLE_CHECK),
    AWAITING(Glyph.CLOCK),
    TODO(Glyph.CIRCLE),
    CLOSED(Glyph.LOCK);

    private final Glyph glyph;

    StepState(Glyph glyph) {
        this.glyph = glyph;
    }

    Glyph glyph() {
        return glyph;
    }

    /** The message key of the word. */
    String label() {
        return "learning.state." + key();
    }

    String key() {
        return switch (this) {
            case DONE -> "done";
            case AWAITING -> "awaiting";
            case TODO -> "todo";
            case CLOSED -> "closed";
        };
    }

    static StepState of(Step step, CourseOutline outline, OwnUnits units) {
        if (completed(step.key(), units)) {
            return DONE;
        }
        if (units.awaiting().contains(step.key())) {
            return AWAITING;
        }
        String exercise = step.unit().solutionOf();
        boolean closed = exercise != null && outline.step(exercise).isPresent() && !completed(exercise, units);
        return closed ? CLOSED : TODO;
    }

    private static boolean completed(String key, OwnUnits units) {
        return units.of(key).completed();
    }
}

package org.collegium.learning;

import java.util.Set;
import org.collegium.courses.CourseUnit;

/** What completes a unit. */
public enum CompletionRule {
    /** Its last line was seen. */
    SEEN_TO_END(LearningEventKind.SEEN_TO_END),
    /** The learner says they tried it. */
    TRIED(LearningEventKind.TRIED),
    /** It was passed, as its kind of activity judges. */
    PASSED(LearningEventKind.COMPLETED);

    private static final Set<String> READ = Set.of("lesson", "notebook");

    private final LearningEventKind event;

    CompletionRule(LearningEventKind event) {
        this.event = event;
    }

    /** The event that completes the unit. */
    public LearningEventKind event() {
        return event;
    }

    /** The rule of a unit: texts are read, exercises among them tried, everything else passed. */
    public static CompletionRule of(CourseUnit unit) {
        if (!READ.contains(unit.kind())) {
            return PASSED;
        }
        return unit.exercise() ? TRIED : SEEN_TO_END;
    }
}

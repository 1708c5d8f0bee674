package org.collegium.assessment.marking;

import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;

/**
 * How the answers to a quiz of a run are marked.
 *
 * @param anonymous whether markers see no names
 * @param secondPercent how many of a hundred answers are marked by a second person, 0 to 100
 * @param differingPercent by how much of the points of a question two marks may differ, 0 to 100; beyond, somebody decides
 * @param step points are multiples of it, 0.01 to 10
 */
public record MarkingSetting(boolean anonymous, int secondPercent, int differingPercent, double step) {

    /** Where nothing is set. */
    public static final MarkingSetting USUAL = new MarkingSetting(true, 0, 20, 0.5);

    /** @throws RuleViolation with all that is wrong */
    public MarkingSetting {
        new Rules()
                .that(secondPercent >= 0 && secondPercent <= 100, "assessment.marking.second.range")
                .that(differingPercent >= 0 && differingPercent <= 100, "assessment.marking.differing.range")
                .that(step >= 0.01 && step <= 10, "assessment.marking.step.range")
                .hold();
    }
}

package org.collegium.assessment.bank.ui;

import java.util.ArrayList;
import java.util.List;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.bank.ItemAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a question mean, in plain words. The bounds of discrimination are those that textbooks give (R. L. Ebel,
 * Essentials of Educational Measurement, 1972); those of facility are ours.
 */
final class Readings {

    private static final double NEARLY_ALL = 0.95;
    private static final double MOST = 0.7;
    private static final double ABOUT_HALF = 0.4;
    private static final double FEW = 0.2;
    private static final double LITTLE = 0.1;
    private static final double WELL = 0.3;

    private Readings() {}

    /** The last parts of the keys of their texts. */
    static List<String> of(ItemAnalysis analysis) {
        List<String> readings = new ArrayList<>();
        Double facility = analysis.facility();
        if (facility != null) {
            readings.add(facility(facility));
            if (facility <= byChance(analysis)) {
                readings.add("chance");
            }
        }
        readings.addAll(discrimination(analysis.discrimination()));
        if (analysis.answered() * 2 < analysis.asked()) {
            readings.add("unanswered");
        }
        return readings;
    }

    private static String facility(double facility) {
        if (facility >= NEARLY_ALL) {
            return "nearly-all";
        }
        if (facility >= MOST) {
            return "most";
        }
        if (facility >= ABOUT_HALF) {
            return "half";
        }
        return facility >= FEW ? "few" : "hardly-any";
    }

    private static List<String> discrimination(@Nullable Double discrimination) {
        if (discrimination == null) {
            return List.of();
        }
        if (discrimination < 0) {
            return List.of("against");
        }
        if (discrimination < LITTLE) {
            return List.of("apart");
        }
        return List.of(discrimination >= WELL ? "well" : "some");
    }

    /** What who guesses gets on average; 0 where one cannot guess. */
    private static double byChance(ItemAnalysis analysis) {
        return switch (analysis.question()) {
            case SingleChoice choice -> 1.0 / choice.options().size();
            case TrueFalse _ -> 0.5;
            default -> 0;
        };
    }
}

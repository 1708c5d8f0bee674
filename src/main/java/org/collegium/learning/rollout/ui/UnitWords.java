package org.collegium.learning.rollout.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.collegium.courses.UnitDifference;

/** What became of a unit, in words. */
final class UnitWords {

    private UnitWords() {}

    static String of(UnitDifference difference, Function<String, String> text) {
        if (difference.before().isEmpty()) {
            return text.apply("learning.rollout.change.added");
        }
        if (difference.after().isEmpty()) {
            return text.apply("learning.rollout.change.removed");
        }
        List<String> words = new ArrayList<>();
        if (difference.content()) {
            words.add(text.apply("learning.rollout.change.content"));
        }
        if (difference.rules()) {
            words.add(text.apply("learning.rollout.change.rules"));
        }
        if (difference.moved()) {
            words.add(text.apply("learning.rollout.change.moved"));
        }
        return String.join(", ", words);
    }
}

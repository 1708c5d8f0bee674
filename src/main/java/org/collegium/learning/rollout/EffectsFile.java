package org.collegium.learning.rollout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.collegium.shared.CsvText;

/** Learners with what a version means for them, as CSV. */
final class EffectsFile {

    private static final List<String> NAMES = List.of(
            "name",
            "email",
            "done_before",
            "total_before",
            "done_after",
            "total_after",
            "percent_before",
            "percent_after",
            "course_completed",
            "completes",
            "certificate",
            "changed_units",
            "removed_units",
            "open_work");

    private EffectsFile() {}

    static byte[] of(Stream<Effect> effects) {
        return CsvText.write(Stream.concat(Stream.of(NAMES), effects.map(EffectsFile::cells))
                        .toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(Effect effect) {
        return List.of(
                effect.name(),
                effect.email(),
                Integer.toString(effect.before().done()),
                Integer.toString(effect.before().total()),
                Integer.toString(effect.after().done()),
                Integer.toString(effect.after().total()),
                Integer.toString(effect.before().percent()),
                Integer.toString(effect.after().percent()),
                Boolean.toString(effect.completed()),
                Boolean.toString(effect.completes()),
                effect.certificate().name().toLowerCase(Locale.ROOT),
                Effect.joined(effect.changed()),
                Effect.joined(effect.removed()),
                Effect.joined(effect.open()));
    }
}

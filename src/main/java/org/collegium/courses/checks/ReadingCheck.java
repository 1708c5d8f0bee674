package org.collegium.courses.checks;

import static org.collegium.courses.checks.Finding.Kind.READING;
import static org.collegium.courses.checks.Finding.Severity.MEND;
import static org.collegium.courses.checks.Finding.Severity.NOTE;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.collegium.content.TextParts;
import org.collegium.courses.UnitTexts;
import org.springframework.stereotype.Component;

/** How hard a lesson is to read, and how long. */
@Component
final class ReadingCheck implements CourseCheck {

    /** Beyond this a text is "very difficult" (Björnsson 1968). */
    private static final int HARDEST = 60;

    /** Words; half an hour at the 200 a minute with which the time of lessons is estimated. */
    private static final int LONGEST = 6_000;

    /**
     * Languages for whose texts the steps of the measure hold. In others in which it is known words are longer as such, so
     * that it tells more from less, but not easy from hard.
     */
    private static final Set<String> WITH_STEPS = Set.of("sv", "da", "no", "nb", "nn", "en", "de");

    @Override
    public boolean looksAt(String kind) {
        return UnitTexts.isRead(kind);
    }

    @Override
    public void check(UnitContent content, Consumer<Finding> findings) {
        Optional<TextParts> parts = content.text().map(UnitContent.PlacedText::parts);
        if (parts.isEmpty()) {
            return;
        }
        String language = content.language().getLanguage();
        ReadingLevel level = ReadingLevel.of(parts.get().prose());
        OptionalInt lix = level.lix(language);
        if (lix.isEmpty()) {
            findings.accept(note(
                    ReadingLevel.knows(language) ? "courses.finding.reading-short" : "courses.finding.reading-unknown",
                    Integer.toString(level.words())));
        } else if (lix.getAsInt() > HARDEST && WITH_STEPS.contains(language)) {
            findings.accept(new Finding(
                    READING,
                    MEND,
                    "courses.finding.reading-hard",
                    0,
                    List.of(Integer.toString(lix.getAsInt()), Integer.toString(HARDEST))));
        } else {
            findings.accept(
                    note("courses.finding.reading", Integer.toString(lix.getAsInt()), Integer.toString(level.words())));
        }
        if (level.words() > LONGEST) {
            findings.accept(new Finding(
                    READING,
                    MEND,
                    "courses.finding.reading-long",
                    0,
                    List.of(Integer.toString(level.words()), Integer.toString(LONGEST))));
        }
    }

    private static Finding note(String code, String... arguments) {
        return new Finding(READING, NOTE, code, 0, List.of(arguments));
    }
}

package org.collegium.courses.checks;

import java.util.Locale;
import java.util.Optional;
import org.collegium.activity.ActivityTexts.Placing;
import org.collegium.content.TextParts;
import org.collegium.source.SourceFile;

/**
 * The content of a unit.
 *
 * @param kind as the course format names it
 * @param language that the course says it has
 * @param text what is read in it; empty for other kinds than lessons and notebooks, and where it cannot be read
 */
public record UnitContent(String kind, SourceFile file, Locale language, Optional<PlacedText> text) {

    /** The kind of a picture, which is looked at as units are though it is none. */
    public static final String PICTURE = "picture";

    /** The parts of a text, and where in its file they stand. */
    public record PlacedText(TextParts parts, Placing places) {

        /** The line of the file, from 1. */
        public int line(TextParts.Spot at) {
            return places.at(at.cell(), at.line(), at.column()).line();
        }

        /** All of its prose. */
        public String prose() {
            return String.join("\n", parts.prose());
        }
    }
}

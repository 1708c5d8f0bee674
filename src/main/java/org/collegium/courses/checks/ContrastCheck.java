package org.collegium.courses.checks;

import static org.collegium.courses.checks.Finding.Kind.PICTURES;
import static org.collegium.courses.checks.Finding.Severity.MEND;
import static org.collegium.courses.checks.Finding.Severity.NOTE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.springframework.stereotype.Component;

/**
 * Text in pictures that is too pale for what it stands on. A drawing (SVG) says which text has which colour; in pictures of
 * dots, letters are told by their shape, so that it is only noted. Where it is unsure it says nothing.
 */
@Component
final class ContrastCheck implements CourseCheck {

    /** What WCAG 2.2 asks at least of large text (success criterion 1.4.3). */
    static final double LEAST = 3;

    @Override
    public boolean looksAt(String kind) {
        return kind.equals(UnitContent.PICTURE);
    }

    @Override
    public void check(UnitContent content, Consumer<Finding> findings) {
        if (isDrawing(content.file()) && content.file().size() <= DrawnText.LARGEST) {
            DrawnText.palest(content.file())
                    .ifPresent(pale -> findings.accept(new Finding(
                            PICTURES,
                            MEND,
                            "courses.finding.contrast-drawn",
                            0,
                            List.of(pale.text(), ratio(pale.contrast())))));
            return;
        }
        Optional<Dots> dots = isDrawing(content.file())
                ? Optional.empty()
                : Dots.read(content.file().bytes());
        if (dots.isEmpty()) {
            findings.accept(Finding.UNSEEN_LETTERS);
        } else {
            Letters.palest(dots.get())
                    .ifPresent(pale -> findings.accept(new Finding(
                            PICTURES,
                            NOTE,
                            "courses.finding.contrast-dots",
                            0,
                            List.of(ratio(pale.contrast()), Integer.toString(pale.x()), Integer.toString(pale.y())))));
        }
    }

    private static boolean isDrawing(SourceFile picture) {
        return SourcePaths.extension(picture.path()).equals("svg");
    }

    /** Never rounded up to what would be enough. */
    private static String ratio(double contrast) {
        return String.format(Locale.ROOT, "%.1f", Math.floor(contrast * 10) / 10);
    }
}

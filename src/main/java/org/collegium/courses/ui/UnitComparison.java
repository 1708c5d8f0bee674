package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.collegium.content.RenderedText;
import org.collegium.shared.ui.Glyph;
import org.collegium.source.SourceFile;

/** One unit in two states: as it is read where that can be, else as it is written. */
public final class UnitComparison extends SideBySide {

    /**
     * @param title of the unit
     * @param otherAddress where it is shown as it is written, or as it is read
     */
    public UnitComparison(String title, Sides both, String otherAddress) {
        super(both.older(), both.newer());
        boolean readable = both.before().isPresent() || both.after().isPresent();
        boolean unseen = false;
        if (readable && !both.source()) {
            read(both.before(), both.after(), both.language());
            unseen = isSame() && both.before().isPresent() && both.after().isPresent() && writtenInstead(both);
        } else {
            written(lines(both.fileBefore()), lines(both.fileAfter()));
        }
        Component[] further =
                readable && !unseen ? new Component[] {otherWay(otherAddress, both.source())} : new Component[0];
        add(new H2(title), tools(further));
        if (unseen) {
            add(new Paragraph(getTranslation("courses.compare.unseen")));
        }
        add(sides());
    }

    /** What readers do not see, such as the first heading of a lesson, differs too; says whether it does. */
    private boolean writtenInstead(Sides both) {
        Optional<List<String>> before = lines(both.fileBefore());
        Optional<List<String>> after = lines(both.fileAfter());
        if (before.equals(after)) {
            return false;
        }
        sides().removeAll();
        written(before, after);
        return true;
    }

    /**
     * Both states of the unit.
     *
     * @param older what the older state is called
     * @param newer what the newer state is called
     * @param before its text where it is read; empty where it is no text, or was not there
     * @param after the same in the newer state
     * @param fileBefore its file; empty where it was not there
     * @param fileAfter the same in the newer state
     * @param source whether it is shown as it is written
     */
    public record Sides(
            String older,
            String newer,
            Optional<RenderedText> before,
            Optional<RenderedText> after,
            Supplier<Optional<SourceFile>> fileBefore,
            Supplier<Optional<SourceFile>> fileAfter,
            boolean source,
            Locale language) {}

    private Component otherWay(String address, boolean source) {
        return StudioView.button(
                address,
                getTranslation(source ? "courses.compare.read" : "courses.compare.source"),
                (source ? Glyph.BOOK_OPEN : Glyph.FILE_TEXT).create());
    }

    private static Optional<List<String>> lines(Supplier<Optional<SourceFile>> file) {
        return file.get()
                .map(found -> found.text(fault -> {})
                        .map(text -> text.lines().toList())
                        .orElse(List.of()));
    }
}

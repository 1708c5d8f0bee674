package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.content.RenderedText;
import org.collegium.courses.ComparingCourses;
import org.collegium.courses.CourseEdition;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.UnitDifference;
import org.collegium.shared.ui.Glyph;
import org.collegium.source.SourceFile;

/** One unit in two states of its course: as it is read where that can be, else as it is written. */
final class UnitComparison extends SideBySide {

    UnitComparison(
            CourseId course,
            ComparingCourses comparing,
            Compared compared,
            UnitDifference difference,
            CourseManifest newer) {
        super(name(compared.from()), name(compared.to()));
        String key = difference.unit().key();
        Locale language = Locale.forLanguageTag(newer.metadata().language());
        Optional<RenderedText> before = comparing.text(course, compared.from(), key);
        Optional<RenderedText> after = comparing.text(course, compared.to(), key);
        boolean readable = before.isPresent() || after.isPresent();
        if (readable && !compared.source()) {
            read(before, after, language);
        } else {
            written(
                    comparing.file(course, compared.from(), key).map(UnitComparison::lines),
                    comparing.file(course, compared.to(), key).map(UnitComparison::lines));
        }
        Component[] further = readable ? new Component[] {otherWay(course, compared)} : new Component[0];
        add(new H2(difference.unit().title()), tools(further), sides());
    }

    private Component otherWay(CourseId course, Compared compared) {
        return StudioView.button(
                compared.as(!compared.source()).address(course),
                getTranslation(compared.source() ? "courses.compare.read" : "courses.compare.source"),
                (compared.source() ? Glyph.BOOK_OPEN : Glyph.FILE_TEXT).create());
    }

    private static List<String> lines(SourceFile file) {
        return file.text(fault -> {}).map(text -> text.lines().toList()).orElse(List.of());
    }

    private static String name(CourseEdition edition) {
        return switch (edition) {
            case CourseEdition.OfDraft draft -> UI.getCurrent().getTranslation("courses.compare.draft");
            case CourseEdition.OfVersion(int number) ->
                UI.getCurrent().getTranslation("courses.compare.version", number);
        };
    }
}

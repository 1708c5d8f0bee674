package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.VersionEntry;
import org.collegium.courses.VersionRetirement;
import org.collegium.courses.VersionRetirements;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;

/** How a version is retired with notice, and how that is taken back. */
final class VersionRetirementActions extends Span {

    private final CourseId course;
    private final transient VersionEntry version;
    private final transient VersionRetirements retirements;

    VersionRetirementActions(
            CourseId course, VersionEntry version, Optional<VersionRetirement> said, VersionRetirements retirements) {
        this.course = course;
        this.version = version;
        this.retirements = retirements;
        addClassName("c-studio-actions");
        if (said.filter(VersionRetirement::done).isEmpty()) {
            add(tertiary(
                    said.isPresent() ? "courses.retirement.change" : "courses.retirement.announce.open",
                    Glyph.CALENDAR,
                    () -> announce(said)));
        }
        said.ifPresent(one -> add(tertiary(
                one.done() ? "courses.version-retirement.bring-back" : "courses.retirement.take-back",
                Glyph.UNDO_2,
                this::takeBack)));
    }

    private void announce(Optional<VersionRetirement> said) {
        RetireDialog.ofVersion(version.number(), said, "retire/" + version.id(), data -> {
                    retirements.announce(course, version.id(), data);
                    again();
                    String announced = getTranslation("courses.version-retirement.announced", version.number());
                    if (said.isEmpty()) {
                        Toasts.withUndo(announced, this::takeBack);
                    } else {
                        Toasts.show(announced);
                    }
                })
                .open();
    }

    private void takeBack() {
        retirements.takeBack(course, version.id());
        again();
        Toasts.show(getTranslation("courses.version-retirement.taken-back", version.number()));
    }

    private void again() {
        CoursesNavigation.go(CoursesNavigation.versions(course));
    }

    private Button tertiary(String key, Glyph glyph, Runnable deed) {
        Button button = new Button(getTranslation(key), glyph.create(), click -> deed.run());
        button.addThemeNames("tertiary");
        button.setAriaLabel(getTranslation("courses.version-retirement.of", getTranslation(key), version.number()));
        return button;
    }
}

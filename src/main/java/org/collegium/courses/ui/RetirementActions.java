package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseFilter;
import org.collegium.courses.CourseListItem;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseState;
import org.collegium.courses.Courses;
import org.collegium.courses.Publishing;
import org.collegium.courses.Retirement;
import org.collegium.courses.Retirements;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.shared.ui.Toasts;

/** How a course leaves the catalogue: at once, or with notice; and how it comes back. */
final class RetirementActions extends Div {

    private static final PageRequest MOST = new PageRequest(0, 500);

    private final transient CourseReference course;
    private final transient Courses courses;
    private final transient Publishing publishing;
    private final transient Retirements retirements;

    RetirementActions(CourseReference course, Courses courses, Publishing publishing, Retirements retirements) {
        this.course = course;
        this.courses = courses;
        this.publishing = publishing;
        this.retirements = retirements;
        addClassName("c-studio-stack");
        Optional<Retirement> said = retirements.of(course.id());
        said.filter(one -> !one.done() && course.state() == CourseState.PUBLISHED)
                .ifPresent(this::announced);
        switch (course.state()) {
            case DRAFT -> setVisible(false);
            case PUBLISHED -> {
                add(tertiary("courses.draft.retire", Glyph.ARCHIVE, () -> retire(said)));
                add(tertiary(
                        said.isPresent() ? "courses.retirement.change" : "courses.retirement.announce.open",
                        Glyph.CALENDAR,
                        () -> announce(said)));
            }
            case RETIRED -> add(tertiary("courses.draft.reopen", Glyph.UNDO_2, this::reopen));
        }
    }

    private void announced(Retirement said) {
        Span words = new Span(new Span(getTranslation("courses.retirement.on") + " "), new Moment(said.at()));
        add(new StatusBadge(Status.WAITING, getTranslation("courses.retirement.badge")), words);
        if (!said.message().isEmpty()) {
            add(new Paragraph(said.message()));
        }
        said.successor().ifPresent(next -> add(new Anchor(next.address(), next.title())));
        add(tertiary("courses.retirement.take-back", Glyph.UNDO_2, this::takeBack));
    }

    private void takeBack() {
        boolean back = retirements.takeBack(course.id());
        Toasts.show(getTranslation(back ? "courses.retirement.taken-back" : "courses.retirement.too-late"));
        again();
    }

    private void announce(Optional<Retirement> said) {
        new RetireDialog(said, others(), "retire/" + course.id(), data -> {
                    retirements.announce(course.id(), data);
                    again();
                    if (said.isEmpty()) {
                        Toasts.withUndo(getTranslation("courses.retirement.announced"), this::takeBack);
                    } else {
                        Toasts.show(getTranslation("courses.retirement.announced"));
                    }
                })
                .open();
    }

    private void retire(Optional<Retirement> said) {
        RetireDialog.atOnce(said, others(), "retire-now/" + course.id(), (message, successor) -> {
                    retirements.atOnce(course.id(), message, successor);
                    again();
                    Toasts.withUndo(getTranslation("courses.draft.retired"), () -> {
                        publishing.reopen(course.id());
                        again();
                    });
                })
                .open();
    }

    private List<CourseListItem> others() {
        CourseFilter filter = new CourseFilter(
                "", Optional.of(course.partner()), Optional.of(CourseState.PUBLISHED), CourseFilter.Sort.TITLE);
        return courses.list(filter, MOST).stream()
                .filter(other -> !other.id().equals(course.id()))
                .toList();
    }

    private void reopen() {
        publishing.reopen(course.id());
        Toasts.show(getTranslation("courses.draft.reopened"));
        again();
    }

    private void again() {
        CoursesNavigation.go(CoursesNavigation.course(course.id()));
    }

    private Button tertiary(String key, Glyph glyph, Runnable deed) {
        Button button = new Button(getTranslation(key), glyph.create(), click -> deed.run());
        button.addThemeNames("tertiary");
        return button;
    }
}

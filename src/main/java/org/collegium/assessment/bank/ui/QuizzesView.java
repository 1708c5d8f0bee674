package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collegium.assessment.bank.BankedQuizzes;
import org.collegium.assessment.bank.TakenOver;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;

/** The quizzes of a course: how they are answered, and their questions for the bank. */
@Route(value = BankNavigation.QUIZZES, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class QuizzesView extends BankView implements BeforeEnterObserver {

    private static final List<String> COLUMNS = List.of("quiz", "questions", "answers", "bank");

    private final transient CourseQuizzes quizzes;
    private final transient BankedQuizzes banked;
    private final transient Access access;

    QuizzesView(CourseQuizzes quizzes, BankedQuizzes banked, Access access) {
        this.quizzes = quizzes;
        this.banked = banked;
        this.access = access;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course = quizzes.course(event.getRouteParameters());
        name(getTranslation("assessment.quizzes.of", course.title()));
        content().removeAll();
        List<CourseUnit> drafts = quizzes.inDraft(course.id());
        List<CourseUnit> published = quizzes.published(course.id());
        Map<String, CourseUnit> all = new LinkedHashMap<>();
        drafts.forEach(unit -> all.put(unit.key(), unit));
        published.forEach(unit -> all.putIfAbsent(unit.key(), unit));
        content()
                .add(
                        new PageHeader(
                                        getTranslation("assessment.quizzes.title"),
                                        getTranslation("assessment.quizzes.lead"))
                                .above(crumbs(
                                        new Crumb(
                                                BankNavigation.courses(), getTranslation("assessment.quizzes.courses")),
                                        new Crumb(
                                                BankNavigation.course(
                                                        course.id().value()),
                                                course.title()))),
                        all.isEmpty()
                                ? new EmptyState(
                                        Illustration.WORKSHOP,
                                        getTranslation("assessment.quizzes.empty.title"),
                                        getTranslation("assessment.quizzes.empty.text"))
                                : table(course, all, drafts, published));
    }

    private Component table(
            CourseReference course, Map<String, CourseUnit> all, List<CourseUnit> drafts, List<CourseUnit> published) {
        boolean mayEdit =
                access.mayFor(CoursesPermissions.EDIT, course.partner().value());
        BankTable table = new BankTable("assessment.quizzes.", COLUMNS);
        all.values()
                .forEach(unit -> table.row(
                        new Span(unit.title()),
                        new Span(String.valueOf(unit.questions())),
                        published.stream().anyMatch(one -> one.key().equals(unit.key()))
                                ? new Anchor(
                                        BankNavigation.quiz(course.id().value(), unit.key()),
                                        new Span(getTranslation("assessment.quizzes.answered", unit.title())))
                                : new Span(getTranslation("assessment.quizzes.unpublished")),
                        mayEdit && drafts.contains(unit)
                                ? takeOver(course, unit)
                                : new Span(getTranslation("assessment.quizzes.no-draft"))));
        return table;
    }

    private Component takeOver(CourseReference course, CourseUnit unit) {
        Button button = new Button(
                getTranslation("assessment.quizzes.take-over"), Glyph.LIBRARY.create(), click -> take(course, unit));
        button.setAriaLabel(getTranslation("assessment.quizzes.take-over.of", unit.title()));
        return button;
    }

    private void take(CourseReference course, CourseUnit unit) {
        try {
            TakenOver taken = banked.takeOver(
                    course.partner(),
                    course.id(),
                    unit.key(),
                    getTranslation("assessment.quizzes.taken.note", unit.title()));
            Toasts.show(getTranslation("assessment.quizzes.taken", taken.added(), taken.known()));
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
    }
}

package org.collegium.gradebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.activity.HandedInPages;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.Courses;
import org.collegium.gradebook.Given;
import org.collegium.gradebook.GivingGrades;
import org.collegium.gradebook.GradeBooks;
import org.collegium.gradebook.GradebookPermissions;
import org.collegium.gradebook.LearnerGrades;
import org.collegium.gradebook.RunBook;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.EntryGrade;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FocusAgain;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** The grades of one learner with where each comes from, and what an instructor decides of them. */
@Route(value = "studio/courses/:course/grades/:run/learners/:learner", layout = MainLayout.class)
@PermitAll
@ViewPermission(GradebookPermissions.VIEW)
@StyleSheet("styles/studio.css")
@StyleSheet("styles/grade-book.css")
class LearnerGradesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient GradeBooks books;
    private final transient GivingGrades giving;
    private final transient Courses courses;
    private final transient CourseRuns runs;
    private final transient List<HandedInPages> pages;
    private final transient Access access;
    private final Div explanation = new Div();
    private String title = "";

    LearnerGradesView(
            GradeBooks books,
            GivingGrades giving,
            Courses courses,
            CourseRuns runs,
            List<HandedInPages> pages,
            Access access) {
        this.books = books;
        this.giving = giving;
        this.courses = courses;
        this.runs = runs;
        this.pages = List.copyOf(pages);
        this.access = access;
        addClassName("c-studio");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters address = event.getRouteParameters();
        CourseRun run = GradeAddress.run(address, runs);
        CourseReference course = courses.find(run.course()).orElseThrow(NotFoundException::new);
        LearnerGrades learner =
                books.learner(run.id(), GradeAddress.learner(address)).orElseThrow(NotFoundException::new);
        title = learner.name();
        removeAll();
        add(
                new PageHeader(learner.name(), learner.email()).above(GradeCrumbs.toGradesOf(course, run.id())),
                explanation);
        show(run, learner.learner());
    }

    private void show(CourseRun run, AccountId learner) {
        RunBook book = books.book(run.id()).orElseThrow(NotFoundException::new);
        LearnerGrades grades = books.learner(run.id(), learner).orElseThrow(NotFoundException::new);
        explanation.removeAll();
        explanation.add(new ExplanationPanel(book, grades.total(), grade -> new Acts(run, grades).of(grade)));
    }

    /** What can be done with the grades of this learner. */
    private final class Acts {

        private final CourseRun run;
        private final AccountId learner;
        private final String email;

        Acts(CourseRun run, LearnerGrades grades) {
            this.run = run;
            this.learner = grades.learner();
            this.email = grades.email();
        }

        Component of(EntryGrade grade) {
            Entry entry = grade.entry();
            Div acts = new Div(
                    button("gradebook.give", entry, () -> give(grade)),
                    button("gradebook.excuse", entry, () -> excuse(entry)));
            acts.addClassName("c-studio-actions");
            if (grade.facts().given() != null || grade.facts().excused()) {
                acts.add(button("gradebook.take-back", entry, () -> takeBack(entry)));
            }
            if (grade.facts().due() != null) {
                acts.add(button("gradebook.extend", entry, () -> extend(grade)));
            }
            pages.stream()
                    .filter(page -> page.kind().equals(entry.kind()))
                    .filter(page ->
                            access.mayFor(page.permission(), run.partner().value()))
                    .forEach(page -> acts.add(handedIn(page, entry)));
            acts.add(button(
                    "gradebook.history",
                    entry,
                    () -> new HistoryDialog(entry, giving.history(run.id(), learner, entry.key())).open()));
            return acts;
        }

        private Anchor handedIn(HandedInPages page, Entry entry) {
            Anchor link = new Anchor(
                    page.address().of(run.course().value(), run.id().value(), entry.key(), email),
                    getTranslation("gradebook.handed-in"));
            link.setAriaLabel(named("gradebook.handed-in", entry));
            link.addClassName("c-small");
            return link;
        }

        private Button button(String key, Entry entry, Runnable act) {
            Button button = new Button(getTranslation(key), click -> act.run());
            button.setAriaLabel(named(key, entry));
            button.addThemeNames("tertiary", "small");
            return button;
        }

        private String named(String key, Entry entry) {
            return getTranslation(key) + ": " + entry.title();
        }

        private @Nullable Instant seen(Entry entry) {
            return giving.given(run.id(), learner, entry.key()).map(Given::at).orElse(null);
        }

        private String place(Entry entry) {
            return run.id() + "/" + learner + "/" + entry.key();
        }

        private void give(EntryGrade grade) {
            Entry entry = grade.entry();
            Instant seen = seen(entry);
            new DecisionDialog("gradebook.give", entry, "grade/" + place(entry), (given, reason) -> {
                        giving.give(
                                run.id(),
                                learner,
                                entry.key(),
                                Optional.ofNullable(given)
                                        .orElseThrow(() -> new RuleViolation("gradebook.give.points.missing")),
                                reason,
                                seen);
                        done("gradebook.give", entry);
                    })
                    .withPoints(grade)
                    .open();
        }

        private void excuse(Entry entry) {
            Instant seen = seen(entry);
            new DecisionDialog("gradebook.excuse", entry, "excuse/" + place(entry), (none, reason) -> {
                        giving.excuse(run.id(), learner, entry.key(), reason, seen);
                        done("gradebook.excuse", entry);
                    })
                    .open();
        }

        private void extend(EntryGrade grade) {
            Entry entry = grade.entry();
            Instant seen = seen(entry);
            boolean extended = giving.given(run.id(), learner, entry.key())
                    .filter(given -> given.due() != null)
                    .isPresent();
            new ExtensionDialog(entry, grade.facts().due(), "extension/" + place(entry), (due, reason) -> {
                        giving.extend(run.id(), learner, entry.key(), due, reason, seen);
                        done("gradebook.extend", entry);
                    })
                    .withEnd(extended, () -> {
                        giving.endExtension(run.id(), learner, entry.key(), seen);
                        done("gradebook.extend", entry);
                    })
                    .open();
        }

        private void takeBack(Entry entry) {
            try {
                giving.takeBack(run.id(), learner, entry.key(), seen(entry));
                done("gradebook.take-back", entry);
            } catch (RuleViolation violation) {
                Toasts.problem(
                        getTranslation(violation.code(), violation.arguments().toArray()));
            }
        }

        /** @param act the key of what was done with the entry, where the focus was */
        private void done(String act, Entry entry) {
            Toasts.show(getTranslation("gradebook.saved"));
            show(run, learner);
            FocusAgain.at(explanation, named(act, entry), named("gradebook.give", entry));
        }
    }
}

package org.collegium.gradebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.Courses;
import org.collegium.gradebook.GradeBooks;
import org.collegium.gradebook.GradebookPermissions;
import org.collegium.gradebook.RunBook;
import org.collegium.gradebook.Scales;
import org.collegium.gradebook.SettingUpGrades;
import org.collegium.gradebook.SettingUpGrades.Preview;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Category;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.Scale;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.FocusAgain;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** How a run is graded: scale, missing and late work, categories, entries. Each part is changed by itself, with a preview. */
@Route(value = "studio/courses/:course/grades/:run/set-up", layout = MainLayout.class)
@PermitAll
@ViewPermission(GradebookPermissions.SET_UP)
@StyleSheet("styles/studio.css")
@StyleSheet("styles/grade-book.css")
class GradeSetUpView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient GradeBooks books;
    private final transient SettingUpGrades settingUp;
    private final transient Scales scales;
    private final transient Courses courses;
    private final transient CourseRuns runs;
    private final Div parts = new Div();
    private String acted = "";

    GradeSetUpView(GradeBooks books, SettingUpGrades settingUp, Scales scales, Courses courses, CourseRuns runs) {
        this.books = books;
        this.settingUp = settingUp;
        this.scales = scales;
        this.courses = courses;
        this.runs = runs;
        addClassName("c-studio");
        parts.addClassName("c-studio");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("gradebook.setup.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseRun run = GradeAddress.run(event.getRouteParameters(), runs);
        CourseReference course = courses.find(run.course()).orElseThrow(NotFoundException::new);
        removeAll();
        add(
                new PageHeader(getPageTitle(), getTranslation("gradebook.setup.lead", run.title()))
                        .above(GradeCrumbs.toGradesOf(course, run.id())),
                parts);
        show(run.id());
    }

    private void show(CourseRunId run) {
        RunBook book = books.book(run).orElseThrow(NotFoundException::new);
        Acting acting = new Acting(book);
        parts.removeAll();
        parts.add(
                SetUpParts.rules(book, button("gradebook.setup.change", acting::changeRules), scalesOf(book, acting)));
        parts.add(SetUpParts.categories(
                book,
                button("gradebook.setup.category.add", () -> acting.changeCategory(null)),
                category -> acts(
                        category.name(),
                        () -> acting.changeCategory(category),
                        () -> acting.removeCategory(category))));
        parts.add(SetUpParts.entries(
                book,
                button("gradebook.setup.entry.add", () -> acting.changeEntry(null)),
                entry -> acts(
                        entry.title(),
                        () -> acting.changeEntry(entry),
                        entry.byHand() ? () -> acting.removeEntry(entry) : null)));
    }

    private Component scalesOf(RunBook book, Acting acting) {
        Div own = new Div();
        own.addClassName("c-studio-stack");
        scales.of(book.run().partner()).stream()
                .filter(scale -> !scale.usual())
                .forEach(scale -> own.add(SetUpParts.named(
                        scale.name(),
                        acts(scale.name(), () -> acting.changeScale(scale), () -> acting.removeScale(scale)))));
        own.add(button("gradebook.scale.add", () -> acting.changeScale(Scale.LETTERS)));
        return own;
    }

    private Button button(String key, Runnable act) {
        return new Button(getTranslation(key), click -> {
            acted = click.getSource().getAriaLabel().orElse(getTranslation(key));
            act.run();
        });
    }

    private Component acts(String name, Runnable change, @Nullable Runnable remove) {
        Div acts = new Div(act("gradebook.setup.change", name, change));
        acts.addClassName("c-studio-actions");
        if (remove != null) {
            acts.add(act("gradebook.setup.remove", name, remove));
        }
        return acts;
    }

    private Button act(String key, String name, Runnable act) {
        Button button = button(key, act);
        button.setAriaLabel(getTranslation(key) + ": " + name);
        button.addThemeNames("tertiary", "small");
        return button;
    }

    /** What is done with the book as it was shown. */
    private final class Acting implements BookDialog.Desk {

        private final RunBook book;

        Acting(RunBook book) {
            this.book = book;
        }

        @Override
        public Preview preview(Book other) {
            return settingUp.preview(book.run().id(), other);
        }

        @Override
        public void save(Book other, @Nullable String scale) {
            settingUp.set(book.run().id(), other, scale == null ? book.scale().key() : scale, book.version());
            Toasts.show(getTranslation("gradebook.saved"));
            showAgain("gradebook.setup.entry.add");
        }

        @Override
        public String total(@Nullable Double share) {
            return new GradeWords().total(share, book.scale());
        }

        void changeRules() {
            new RulesDialog(book, scales.of(book.run().partner()), this).open();
        }

        void changeCategory(@Nullable Category category) {
            new CategoryDialog(book, category, this).open();
        }

        void changeEntry(@Nullable Entry entry) {
            new EntryDialog(book, entry, this).open();
        }

        void removeCategory(Category category) {
            Book now = book.book();
            List<Category> others = now.categories().stream()
                    .filter(one -> !one.equals(category))
                    .toList();
            List<Entry> entries = now.entries().stream()
                    .map(entry -> entry.category().equals(category.key()) ? withoutCategory(entry) : entry)
                    .toList();
            acted = getTranslation("gradebook.setup.category.add");
            tell(() -> save(new Book(others, entries, now.late(), now.missing()), null));
        }

        void removeEntry(Entry entry) {
            Book now = book.book();
            Book other = new Book(
                    now.categories(),
                    now.entries().stream().filter(one -> !one.equals(entry)).toList(),
                    now.late(),
                    now.missing());
            new ConfirmWithConsequences(
                            getTranslation("gradebook.setup.remove.entry", entry.title()),
                            List.of(getTranslation("gradebook.setup.remove.entry.grades")),
                            getTranslation("gradebook.setup.remove"),
                            () -> tell(() -> save(other, null)))
                    .open();
        }

        void changeScale(Scale scale) {
            new ScaleDialog(scale, "grade-scale/" + book.run().partner() + "/" + scale.key(), made -> {
                        String unused = scales.keep(book.run().partner(), made);
                        Toasts.show(getTranslation("gradebook.saved"));
                        showAgain("gradebook.scale.add");
                    })
                    .open();
        }

        void removeScale(Scale scale) {
            tell(() -> {
                scales.remove(book.run().partner(), scale.key());
                showAgain("gradebook.scale.add");
            });
        }

        /** @param instead the key of the button to be at where that which was used is gone */
        private void showAgain(String instead) {
            show(book.run().id());
            FocusAgain.at(parts, acted, getTranslation(instead));
        }

        private void tell(Runnable act) {
            try {
                act.run();
            } catch (RuleViolation violation) {
                Toasts.problem(
                        getTranslation(violation.code(), violation.arguments().toArray()));
            }
        }
    }

    private static Entry withoutCategory(Entry entry) {
        return new Entry(
                entry.key(),
                entry.kind(),
                entry.title(),
                "",
                entry.points(),
                entry.extra(),
                entry.due(),
                entry.late(),
                entry.release());
    }
}

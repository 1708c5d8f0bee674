package org.collegium.gradebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.Courses;
import org.collegium.courses.RunField;
import org.collegium.gradebook.GradeBooks;
import org.collegium.gradebook.GradeFiles;
import org.collegium.gradebook.GradebookPermissions;
import org.collegium.gradebook.ReleasingGrades;
import org.collegium.gradebook.RunBook;
import org.collegium.gradebook.Standings;
import org.collegium.identity.AccountId;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.jspecify.annotations.Nullable;

/** The grade book of a run: learners by entries, and how each entry came out; the URL holds run, search and order. */
@Route(value = "studio/courses/:course/grades", layout = MainLayout.class)
@PermitAll
@ViewPermission(GradebookPermissions.VIEW)
@StyleSheet("styles/studio.css")
@StyleSheet("styles/grade-book.css")
class GradesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** In which order learners stand. */
    enum Order {
        NAME,
        BEST,
        LOWEST
    }

    private final transient Courses courses;
    private final transient CourseRuns runs;
    private final transient GradeBooks books;
    private final transient ReleasingGrades releasing;
    private final transient GradeFiles files;
    private final RunField run = new RunField(getTranslation("gradebook.run"));
    private final TextField search = new TextField();
    private final Select<Order> order = new Select<>();
    private final Select<String> by = new Select<>();
    private final Paragraph count = new Paragraph();
    private final Div list = new Div();
    private final Div entries = new Div();
    private final Div acts = new Div();
    private String path = "";
    private String wanted = "";
    private transient @Nullable Standings standings;

    GradesView(Courses courses, CourseRuns runs, GradeBooks books, ReleasingGrades releasing, GradeFiles files) {
        this.courses = courses;
        this.runs = runs;
        this.books = books;
        this.releasing = releasing;
        this.files = files;
        addClassName("c-studio");
        run.addValueChangeListener(change -> changed(change.isFromClient(), this::show));
        search.setLabel(getTranslation("gradebook.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient(), this::showLearners));
        order.setLabel(getTranslation("gradebook.order"));
        order.setItems(Order.values());
        order.setItemLabelGenerator(one -> getTranslation("gradebook.order." + key(one)));
        order.addValueChangeListener(change -> changed(change.isFromClient(), () -> {
            by.setVisible(order.getValue() != Order.NAME);
            showLearners();
        }));
        by.setLabel(getTranslation("gradebook.order.by"));
        by.addValueChangeListener(change -> changed(change.isFromClient(), this::showLearners));
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        acts.addClassName("c-studio-actions");
        entries.addClassName("grades-full");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("gradebook.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course =
                courses.find(GradeAddress.course(event.getRouteParameters())).orElseThrow(NotFoundException::new);
        path = event.getLocation().getPath();
        List<CourseRun> all = runs.ofCourse(course.id());
        removeAll();
        add(new PageHeader(getPageTitle(), getTranslation("gradebook.lead")).above(GradeCrumbs.to(course)));
        if (all.isEmpty()) {
            add(empty("gradebook.no-runs"));
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        run.offer(all, query);
        search.setValue(query.getSingleParameter("q").orElse(""));
        order.setValue(
                query.getSingleParameter("order").map(GradesView::orderOf).orElse(Order.NAME));
        wanted = query.getSingleParameter("by").orElse("");
        Div filters = new Div(run, search, order, by);
        filters.addClassName("c-filters");
        Section learners = new Section(new H2(getTranslation("gradebook.learners")), filters, count, list);
        Section results = new Section(new H2(getTranslation("gradebook.entries")), entries);
        results.addClassName("c-studio-stack");
        add(acts, learners, results);
        show();
    }

    private void show() {
        CourseRun chosen = run.getValue();
        RunBook book = books.book(chosen.id()).orElseThrow(NotFoundException::new);
        standings = null;
        list.removeAll();
        entries.removeAll();
        showActs(chosen);
        offer(book, wanted);
        if (book.book().entries().isEmpty()) {
            count.setText("");
            list.add(empty("gradebook.no-entries"));
            return;
        }
        showLearners(book);
        var unused = showEntries(book);
    }

    private void showLearners(RunBook book) {
        CourseRunId id = book.run().id();
        int found = books.count(id, search.getValue());
        count.setText(getTranslation("gradebook.count", found));
        list.removeAll();
        if (found == 0) {
            list.add(empty("gradebook.no-learners"));
            return;
        }
        Paragraph legend = new Paragraph(getTranslation("gradebook.legend"));
        legend.addClassNames("c-muted", "c-small");
        list.add(legend, new LearnersGrid(books, book, search.getValue(), ordered(book)));
    }

    /** Null for the order of their names. */
    private @Nullable List<AccountId> ordered(RunBook book) {
        CourseRunId id = book.run().id();
        boolean lowest = order.getValue() == Order.LOWEST;
        if (order.getValue() == Order.NAME) {
            return null;
        }
        return by.getValue().isEmpty()
                ? books.byTotal(id, standings(), search.getValue(), lowest)
                : books.byEntry(id, by.getValue(), search.getValue(), lowest);
    }

    /** Offers by what learners are ordered; the total where nothing has this key. */
    private void offer(RunBook book, String wanted) {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("", getTranslation("gradebook.total"));
        book.book().entries().forEach(entry -> titles.put(entry.key(), entry.title()));
        by.setItems(List.copyOf(titles.keySet()));
        by.setItemLabelGenerator(key -> titles.getOrDefault(key, key));
        by.setValue(titles.containsKey(wanted) ? wanted : "");
        by.setVisible(order.getValue() != Order.NAME);
    }

    private EntriesTable showEntries(RunBook book) {
        EntriesTable table = new EntriesTable(book, standings().entries(), releasing, entry -> {
            RunBook now = books.book(book.run().id()).orElseThrow(NotFoundException::new);
            showEntries(now).focus(entry);
            showLearners(now);
        });
        entries.removeAll();
        entries.add(table);
        return table;
    }

    private void showActs(CourseRun chosen) {
        acts.removeAll();
        Anchor setUp = new Anchor(
                GradebookNavigation.setUp(chosen.course(), chosen.id()),
                Glyph.SETTINGS.create(),
                new Span(getTranslation("gradebook.setup.title")));
        setUp.addClassName("c-button");
        Button out = new Button(
                getTranslation("gradebook.export"),
                Glyph.DOWNLOAD.create(),
                click -> new ExportDialog(files, chosen).open());
        Button in = new Button(
                getTranslation("gradebook.import"),
                Glyph.UPLOAD.create(),
                click -> new ImportDialog(files, chosen.id(), this::show).open());
        acts.add(setUp, out, in);
    }

    /** They take the totals of everybody, so they are computed once for a run and its file, and not when other learners are looked at. */
    private Standings standings() {
        Standings known = standings;
        if (known == null) {
            known = books.standings(run.getValue().id());
            standings = known;
        }
        return known;
    }

    private void showLearners() {
        RunBook book = books.book(run.getValue().id()).orElseThrow(NotFoundException::new);
        if (!book.book().entries().isEmpty()) {
            showLearners(book);
        }
    }

    /** @param showing what is another thing by it */
    private void changed(boolean byPerson, Runnable showing) {
        if (!byPerson) {
            return;
        }
        Map<String, String> query = new TreeMap<>();
        Optional.ofNullable(run.getValue())
                .ifPresent(chosen -> query.put("run", chosen.id().toString()));
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        if (order.getValue() != Order.NAME) {
            query.put("order", key(order.getValue()));
            if (by.getOptionalValue().filter(entry -> !entry.isEmpty()).isPresent()) {
                query.put("by", by.getValue());
            }
        }
        wanted = query.getOrDefault("by", "");
        PageAddress.follow(path, query);
        showing.run();
    }

    private EmptyState empty(String key) {
        return new EmptyState(Illustration.SEARCH, getTranslation(key + ".title"), getTranslation(key + ".text"));
    }

    private static String key(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    private static Order orderOf(String key) {
        return Stream.of(Order.values())
                .filter(one -> key(one).equals(key))
                .findFirst()
                .orElse(Order.NAME);
    }
}

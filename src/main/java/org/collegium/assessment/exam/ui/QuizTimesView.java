package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.collegium.assessment.Quizzes;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.assessment.exam.QuizTimes;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.Courses;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** When the quizzes of a run are open and how long one has, and what single learners are given beside that. */
@Route(value = "studio/courses/:course/quiz-times", layout = MainLayout.class)
@PermitAll
@ViewPermission(ExamPermissions.SET_TIMES)
@StyleSheet("styles/studio.css")
class QuizTimesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Courses courses;
    private final transient CourseRuns runs;
    private final transient QuizTimes times;
    private final transient Accommodations accommodations;
    private final transient Quizzes files;
    private final Div content = new Div();
    private final Div quizzes = new Div();
    private final Section given = new Section();
    private final Paragraph found = new Paragraph();
    private final Div list = new Div();
    private final Select<CourseRun> run = new Select<>();
    private final TextField search = new TextField();
    private String path = "";
    private int page;

    QuizTimesView(Courses courses, CourseRuns runs, QuizTimes times, Accommodations accommodations, Quizzes files) {
        this.courses = courses;
        this.runs = runs;
        this.times = times;
        this.accommodations = accommodations;
        this.files = files;
        content.addClassName("c-studio");
        add(content);
        run.setLabel(getTranslation("assessment.times.run"));
        run.setItemLabelGenerator(CourseRun::title);
        run.addValueChangeListener(change -> changed(change.isFromClient()));
        search.setLabel(getTranslation("assessment.given.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        found.addClassNames("c-muted", "c-small");
        found.getElement().setAttribute("role", "status");
        Button give = new Button(getTranslation("assessment.given.give"), Glyph.PLUS.create(), click -> give());
        Button group = new Button(getTranslation("assessment.given.group"), Glyph.USERS.create(), click -> giveGroup());
        Div filters = new Div(search, give, group);
        filters.addClassName("c-filters");
        Paragraph lead = new Paragraph(getTranslation("assessment.given.lead"));
        lead.addClassName("c-muted");
        given.add(new H2(getTranslation("assessment.given.heading")), lead, filters, found, list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("assessment.times.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course =
                courses.find(ExamStudioLinks.course(event.getRouteParameters())).orElseThrow(NotFoundException::new);
        path = event.getLocation().getPath();
        QueryParameters query = event.getLocation().getQueryParameters();
        List<CourseRun> all = runs.ofCourse(course.id());
        content.removeAll();
        content.add(new PageHeader(getPageTitle(), getTranslation("assessment.times.lead")).above(crumbs(course)));
        if (all.isEmpty()) {
            content.add(empty("assessment.times.no-runs"));
            return;
        }
        String wanted = query.getSingleParameter("run").orElse("");
        run.setItems(all);
        run.setVisible(all.size() > 1);
        run.setValue(all.stream()
                .filter(one -> one.id().toString().equals(wanted))
                .findFirst()
                .orElse(all.getFirst()));
        search.setValue(query.getSingleParameter("q").orElse(""));
        page = query.getSingleParameter("page").flatMap(QuizTimesView::number).orElse(0);
        Div filters = new Div(run);
        filters.addClassName("c-filters");
        filters.setVisible(run.isVisible());
        content.add(filters, quizzes, given);
        show();
    }

    private void show() {
        CourseRun chosen = run.getValue();
        List<TimedQuiz> all = times.of(chosen.id());
        quizzes.removeAll();
        given.setVisible(!all.isEmpty());
        if (all.isEmpty()) {
            quizzes.add(empty("assessment.times.no-quizzes"));
            return;
        }
        quizzes.add(new QuizTimesTable(all, files, quiz -> change(chosen, quiz)));
        int count = accommodations.count(chosen.id(), search.getValue());
        found.setText(getTranslation("assessment.given.count", count));
        AccommodationsPanel panel = panel(chosen, all);
        panel.show(search.getValue(), page);
        list.removeAll();
        list.add(panel, new PageLinks(page, AccommodationsPanel.ROWS, count, this::address));
    }

    private AccommodationsPanel panel(CourseRun chosen, List<TimedQuiz> all) {
        return new AccommodationsPanel(accommodations, chosen.id(), all, this::show);
    }

    private void give() {
        CourseRun chosen = run.getValue();
        panel(chosen, times.of(chosen.id())).ask(null);
    }

    private void giveGroup() {
        CourseRun chosen = run.getValue();
        panel(chosen, times.of(chosen.id())).askGroup();
    }

    private void change(CourseRun chosen, TimedQuiz quiz) {
        new QuizTimesDialog(quiz, "quiz-times/" + chosen.id() + "/" + quiz.unitKey(), (setting, password) -> {
                    times.set(chosen.id(), quiz.unitKey(), setting, password);
                    Toasts.show(getTranslation("assessment.times.saved"));
                    show();
                })
                .open();
    }

    private String address(int number) {
        Map<String, String> query = query();
        query.put("page", String.valueOf(number));
        return "/" + new Location(path, QueryParameters.simple(query)).getPathWithQueryParameters();
    }

    private Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        Optional.ofNullable(run.getValue())
                .ifPresent(chosen -> query.put("run", chosen.id().toString()));
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        return query;
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            page = 0;
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(null, new Location(path, QueryParameters.simple(query())));
            show();
        }
    }

    private Component crumbs(CourseReference course) {
        OrderedList list = new OrderedList(
                new ListItem(new Anchor("/studio/courses", new Span(getTranslation("assessment.times.courses")))),
                new ListItem(new Anchor("/studio/courses/" + course.id(), new Span(course.title()))));
        list.addClassName("c-breadcrumbs");
        Nav nav = new Nav(list);
        nav.setAriaLabel(getTranslation("assessment.times.crumbs"));
        return nav;
    }

    private EmptyState empty(String key) {
        return new EmptyState(Illustration.SIGNPOST, getTranslation(key + ".title"), getTranslation(key + ".text"));
    }

    private static Optional<Integer> number(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Math.clamp(Integer.parseInt(text), 0, 1_000_000));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}

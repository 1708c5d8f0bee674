package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
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
import org.collegium.assessment.exam.GroupAccommodations;
import org.collegium.assessment.exam.QuizTimes;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseStudioPage;
import org.collegium.courses.Courses;
import org.collegium.courses.RunField;
import org.collegium.enrolment.RunGroups;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.FocusAgain;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;

/** When the quizzes of a run are open and how long one has, and what single learners are given beside that. */
@Route(value = "studio/courses/:course/quiz-times", layout = MainLayout.class)
@PermitAll
@ViewPermission(ExamPermissions.SET_TIMES)
class QuizTimesView extends CourseStudioPage implements BeforeEnterObserver {

    private static final String GROUP_PAGE = "groups";

    private final transient Courses courses;
    private final transient CourseRuns runs;
    private final transient QuizTimes times;
    private final transient Accommodations accommodations;
    private final transient GroupAccommodations toGroups;
    private final transient RunGroups groups;
    private final transient Quizzes files;
    private final Div quizzes = new Div();
    private final Section given = new Section();
    private final Paragraph found = new Paragraph();
    private final Div byGroups = new Div();
    private final Div list = new Div();
    private final RunField run = new RunField(getTranslation("assessment.times.run"));
    private final TextField search = new TextField();
    private String path = "";
    private int page;
    private int groupPage;

    QuizTimesView(
            Courses courses,
            CourseRuns runs,
            QuizTimes times,
            Accommodations accommodations,
            GroupAccommodations toGroups,
            RunGroups groups,
            Quizzes files) {
        this.courses = courses;
        this.runs = runs;
        this.times = times;
        this.accommodations = accommodations;
        this.toGroups = toGroups;
        this.groups = groups;
        this.files = files;
        name(getTranslation("assessment.times.title"));
        run.addValueChangeListener(change -> changed(change.isFromClient()));
        search.setLabel(getTranslation("assessment.given.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        found.addClassNames("c-muted", "c-small");
        found.getElement().setAttribute("role", "status");
        Button give = new Button(getTranslation("assessment.given.give"), Glyph.PLUS.create(), click -> give());
        Button group = new Button(
                getTranslation("assessment.given.group"), Glyph.CLIPBOARD_LIST.create(), click -> giveGroup());
        Button toGroup = new Button(
                getTranslation("assessment.given.to-group.give"), Glyph.USERS.create(), click -> giveToGroup());
        Div filters = new Div(search, give, group, toGroup);
        filters.addClassName("c-filters");
        Paragraph lead = new Paragraph(getTranslation("assessment.given.lead"));
        lead.addClassName("c-muted");
        given.add(new H2(getTranslation("assessment.given.heading")), lead, filters, byGroups, found, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course =
                courses.find(course(event.getRouteParameters())).orElseThrow(NotFoundException::new);
        path = event.getLocation().getPath();
        QueryParameters query = event.getLocation().getQueryParameters();
        List<CourseRun> all = runs.ofCourse(course.id());
        content().removeAll();
        content().add(new PageHeader(getPageTitle(), getTranslation("assessment.times.lead")).above(crumbs(course)));
        if (all.isEmpty()) {
            content().add(empty("assessment.times.no-runs"));
            return;
        }
        run.offer(all, query);
        search.setValue(query.getSingleParameter("q").orElse(""));
        page = PageLinks.asked(query);
        groupPage = PageLinks.asked(query, GROUP_PAGE);
        Div filters = new Div(run);
        filters.addClassName("c-filters");
        filters.setVisible(run.isVisible());
        content().add(filters, quizzes, given);
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
        page = PageLinks.shown(page, AccommodationsPanel.ROWS, count);
        panel.show(search.getValue(), page);
        GroupTermsPanel byGroup = new GroupTermsPanel(toGroups, chosen.id(), all, this::given);
        byGroup.show(groupPage, number -> address(GROUP_PAGE, number));
        list.removeAll();
        byGroups.removeAll();
        byGroups.add(byGroup);
        list.add(panel, new PageLinks(page, AccommodationsPanel.ROWS, count, number -> address("page", number)));
    }

    /** After something was given or taken back. */
    private void given() {
        show();
        FocusAgain.at(given, getTranslation("assessment.given.give"));
    }

    private AccommodationsPanel panel(CourseRun chosen, List<TimedQuiz> all) {
        return new AccommodationsPanel(accommodations, chosen.id(), all, this::given);
    }

    private void give() {
        CourseRun chosen = run.getValue();
        panel(chosen, times.of(chosen.id())).ask(null);
    }

    private void giveGroup() {
        CourseRun chosen = run.getValue();
        panel(chosen, times.of(chosen.id())).askGroup();
    }

    private void giveToGroup() {
        CourseRun chosen = run.getValue();
        new GroupTermsDialog(toGroups, groups, chosen, times.of(chosen.id()), this::given).open();
    }

    private void change(CourseRun chosen, TimedQuiz quiz) {
        new QuizTimesDialog(quiz, "quiz-times/" + chosen.id() + "/" + quiz.unitKey(), (setting, password) -> {
                    times.set(chosen.id(), quiz.unitKey(), setting, password);
                    Toasts.show(getTranslation("assessment.times.saved"));
                    show();
                    FocusAgain.at(quizzes, getTranslation("assessment.times.change.of", quiz.title()));
                })
                .open();
    }

    private String address(String name, int number) {
        Map<String, String> query = query();
        query.put(name, String.valueOf(number + 1));
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
            PageAddress.follow(path, query());
            show();
        }
    }

    private EmptyState empty(String key) {
        return new EmptyState(Illustration.SIGNPOST, getTranslation(key + ".title"), getTranslation(key + ".text"));
    }
}

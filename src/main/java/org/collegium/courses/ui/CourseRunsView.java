package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunData;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.PublishedVersion;
import org.collegium.courses.RunSchedules;
import org.collegium.courses.RunTeacher;
import org.collegium.courses.RunTeachers;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.shared.ui.Toasts;

/** The runs of a course: when they are open, how one joins, for how many there is room. */
@Route(value = CoursesNavigation.LIST + "/:course/runs", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class CourseRunsView extends CourseView {

    private static final List<String> COLUMNS = List.of("title", "state", "version", "joining", "capacity", "change");

    private final transient CourseRuns runs;
    private final transient CourseVersions versions;
    private final transient RunSchedules schedules;
    private final transient RunTeachers teachers;
    private final transient Clock clock;

    CourseRunsView(
            Courses courses,
            CourseRuns runs,
            CourseVersions versions,
            RunSchedules schedules,
            RunTeachers teachers,
            Access access,
            Clock clock) {
        super(courses, access);
        this.runs = runs;
        this.versions = versions;
        this.schedules = schedules;
        this.teachers = teachers;
        this.clock = clock;
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        name(getTranslation("courses.runs.title", course.title()));
        show(course);
        return true;
    }

    private void show(CourseReference course) {
        content().removeAll();
        boolean mayChange = may(CoursesPermissions.RUNS, course);
        PageHeader header = new PageHeader(getTranslation("courses.runs.heading"), getTranslation("courses.runs.lead"))
                .above(crumbs(new Crumb(CoursesNavigation.course(course.id()), course.title())));
        if (mayChange && course.latest() != null) {
            Button open = new Button(
                    getTranslation("courses.runs.open"),
                    Glyph.PLUS.create(),
                    click -> new RunDialog(
                                    getTranslation("courses.runs.open"),
                                    CourseRunData.open(course.title()),
                                    "new-run/" + course.id(),
                                    data -> {
                                        runs.open(course.id(), data);
                                        Toasts.show(getTranslation("courses.runs.opened"));
                                        show(course);
                                    })
                            .open());
            open.addThemeNames("primary");
            header.withActions(open);
        }
        List<CourseRun> all = runs.ofCourse(course.id());
        content().add(header);
        content()
                .add(
                        all.isEmpty()
                                ? new EmptyState(
                                        Illustration.SIGNPOST,
                                        getTranslation("courses.runs.empty.title"),
                                        getTranslation("courses.runs.empty.text"))
                                : table(course, all, mayChange));
    }

    private Component table(CourseReference course, List<CourseRun> all, boolean mayChange) {
        Map<CourseVersionId, Integer> numbers = versions.history(course.id()).stream()
                .collect(Collectors.toMap(PublishedVersion::id, PublishedVersion::number));
        NativeTable table = new NativeTable();
        table.addClassName("c-table");
        NativeTableRow names = table.getHead().addRow();
        for (String column : COLUMNS) {
            if (column.equals("change") && !mayChange) {
                continue;
            }
            NativeTableHeaderCell cell = names.addHeaderCell();
            cell.setText(getTranslation("courses.runs.column." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        Map<CourseRunId, List<RunTeacher>> taught =
                teachers.of(all.stream().map(CourseRun::id).toList());
        for (CourseRun run : all) {
            NativeTableRow row = table.getBody().addRow();
            cell(row, "title", title(run, taught.getOrDefault(run.id(), List.of())));
            cell(row, "state", state(run));
            cell(
                    row,
                    "version",
                    new Span(getTranslation("courses.draft.version", numbers.getOrDefault(run.version(), 0))));
            cell(
                    row,
                    "joining",
                    new Span(getTranslation(
                            run.selfEnrolment() ? "courses.runs.joining.self" : "courses.runs.joining.staff")));
            cell(
                    row,
                    "capacity",
                    new Span(
                            run.capacity() == null
                                    ? getTranslation("courses.runs.capacity.none")
                                    : getTranslation("courses.runs.capacity", run.capacity())));
            if (mayChange) {
                Div deeds = new Div(
                        changeButton(course, run),
                        link(
                                CoursesNavigation.schedule(course.id(), run.id()),
                                getTranslation("courses.runs.schedule")),
                        teachersButton(course, run),
                        copyButton(course, run));
                deeds.addClassName("c-studio-actions");
                cell(row, "change", deeds);
            }
        }
        return table;
    }

    private Component title(CourseRun run, List<RunTeacher> taught) {
        Div title = new Div(new Span(run.title()));
        title.addClassName("c-studio-stack");
        String language = run.language();
        if (language != null) {
            title.add(muted(getTranslation(
                    "courses.runs.language", Locale.forLanguageTag(language).getDisplayName(getLocale()))));
        }
        if (!taught.isEmpty()) {
            title.add(muted(getTranslation(
                    "courses.runs.taught", taught.stream().map(RunTeacher::name).collect(Collectors.joining(", ")))));
        }
        return title;
    }

    private static Span muted(String text) {
        Span span = new Span(text);
        span.addClassNames("c-muted", "c-small");
        return span;
    }

    private Component teachersButton(CourseReference course, CourseRun run) {
        Button button = new Button(
                getTranslation("courses.run.teachers"),
                Glyph.USERS.create(),
                click -> new RunTeachersDialog(run, teachers, () -> {
                            Toasts.show(getTranslation("courses.runs.changed"));
                            show(course);
                        })
                        .open());
        button.setAriaLabel(getTranslation("courses.run.teachers.of", run.title()));
        button.addThemeNames("tertiary");
        return button;
    }

    private Component changeButton(CourseReference course, CourseRun run) {
        CourseRunData now = new CourseRunData(
                run.title(), run.opens(), run.closes(), run.selfEnrolment(), run.capacity(), run.language());
        Button change = new Button(
                getTranslation("courses.runs.change"),
                Glyph.PENCIL.create(),
                click -> new RunDialog(
                                getTranslation("courses.runs.change.title", run.title()),
                                now,
                                "run/" + run.id(),
                                data -> {
                                    runs.change(run.id(), data);
                                    Toasts.show(getTranslation("courses.runs.changed"));
                                    show(course);
                                })
                        .open());
        change.setAriaLabel(getTranslation("courses.runs.change.title", run.title()));
        change.addThemeNames("tertiary");
        return change;
    }

    private Component copyButton(CourseReference course, CourseRun run) {
        CourseRunData next = new CourseRunData(
                getTranslation("courses.runs.copy.name", run.title()),
                run.opens(),
                run.closes(),
                run.selfEnrolment(),
                run.capacity(),
                run.language());
        Button copy = new Button(
                getTranslation("courses.runs.copy"),
                Glyph.COPY.create(),
                click -> new RunDialog(
                                getTranslation("courses.runs.copy.title", run.title()),
                                next,
                                "copy-run/" + run.id(),
                                data -> {
                                    CourseRunId unused = schedules.copy(run.id(), data);
                                    Toasts.show(getTranslation("courses.runs.copied"));
                                    show(course);
                                })
                        .open());
        copy.setAriaLabel(getTranslation("courses.runs.copy.title", run.title()));
        copy.addThemeNames("tertiary");
        return copy;
    }

    private Component state(CourseRun run) {
        Instant now = clock.instant();
        Instant opens = run.opens();
        Instant closes = run.closes();
        if (opens != null && now.isBefore(opens)) {
            return dated(
                    new StatusBadge(Status.WAITING, getTranslation("courses.runs.planned")),
                    "courses.runs.from",
                    opens);
        }
        if (closes != null && !now.isBefore(closes)) {
            return dated(
                    new StatusBadge(Status.LOCKED, getTranslation("courses.runs.over")), "courses.runs.until", closes);
        }
        StatusBadge open = new StatusBadge(Status.GOOD, getTranslation("courses.runs.is-open"));
        return closes == null ? open : dated(open, "courses.runs.until", closes);
    }

    private Component dated(StatusBadge badge, String key, Instant time) {
        Span date = new Span(new Span(getTranslation(key) + " "), new Moment(time));
        date.addClassNames("c-muted", "c-small");
        Span both = new Span(badge, new Span(" "), date);
        return both;
    }

    private void cell(NativeTableRow row, String column, Component content) {
        NativeTableCell cell = row.addDataCell();
        cell.add(content);
        cell.getElement().setAttribute("data-label", getTranslation("courses.runs.column." + column));
    }
}

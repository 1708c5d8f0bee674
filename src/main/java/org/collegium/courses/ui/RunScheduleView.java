package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.RunSchedule;
import org.collegium.courses.RunSchedules;
import org.collegium.courses.SectionDates;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;

/** When the sections of a run open, and until when they should be done. */
@Route(value = CoursesNavigation.LIST + "/:course/runs/:run/schedule", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.RUNS)
class RunScheduleView extends CourseView {

    private final transient CourseRuns runs;
    private final transient CourseVersions versions;
    private final transient RunSchedules schedules;

    RunScheduleView(Courses courses, CourseRuns runs, CourseVersions versions, RunSchedules schedules, Access access) {
        super(courses, access);
        this.runs = runs;
        this.versions = versions;
        this.schedules = schedules;
    }

    private record Fields(SectionTimeField opens, SectionTimeField due) {}

    /** The run of the course that an address names. */
    static Optional<CourseRun> run(RouteParameters address, CourseRuns runs) {
        try {
            return address.get("run")
                    .map(UUID::fromString)
                    .map(CourseRunId::new)
                    .flatMap(runs::find)
                    .filter(run -> CourseView.course(address)
                            .filter(run.course()::equals)
                            .isPresent());
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        Optional<CourseRun> run = run(event.getRouteParameters(), runs);
        Optional<CourseVersion> version = run.map(CourseRun::version).flatMap(versions::find);
        if (run.isEmpty() || version.isEmpty()) {
            return false;
        }
        name(getTranslation("courses.schedule.title", run.get().title()));
        content()
                .add(new PageHeader(getPageTitle(), getTranslation("courses.schedule.lead"))
                        .above(crumbs(
                                new Crumb(CoursesNavigation.course(course.id()), course.title()),
                                new Crumb(
                                        CoursesNavigation.runs(course.id()), getTranslation("courses.runs.heading")))));
        fill(course, run.get(), version.get());
        return true;
    }

    private void fill(CourseReference course, CourseRun run, CourseVersion version) {
        RunSchedule now = schedules.of(run.id());
        Map<String, Fields> fields = new LinkedHashMap<>();
        for (CourseSection section : version.manifest().sections()) {
            SectionDates dates = now.sections().getOrDefault(section.key(), SectionDates.NONE);
            Fields own = new Fields(
                    new SectionTimeField("opens", section.title(), dates.opens()),
                    new SectionTimeField("due", section.title(), dates.due()));
            fields.put(section.key(), own);
            Section shown = new Section(new H2(section.title()), own.opens(), own.due());
            shown.addClassNames("c-surface", "c-schedule-section");
            content().add(shown);
        }
        Paragraph quizzes = new Paragraph(getTranslation("courses.schedule.quizzes"));
        quizzes.addClassNames("c-muted", "c-small");
        Button save = new Button(getTranslation("courses.schedule.save"), click -> save(course, run, now, fields));
        save.addThemeNames("primary");
        Div actions = new Div(save);
        actions.addClassName("c-studio-actions");
        content().add(quizzes, actions);
    }

    private void save(CourseReference course, CourseRun run, RunSchedule before, Map<String, Fields> fields) {
        int incomplete = fields.values().stream()
                .mapToInt(
                        own -> (own.opens().isIncomplete() ? 1 : 0) + (own.due().isIncomplete() ? 1 : 0))
                .sum();
        if (incomplete > 0) {
            return;
        }
        Map<String, SectionDates> said = new HashMap<>(before.sections());
        fields.forEach((section, own) ->
                said.put(section, new SectionDates(own.opens().time(), own.due().time())));
        try {
            schedules.change(run.id(), new RunSchedule(said));
            Toasts.show(getTranslation("courses.schedule.saved"));
            CoursesNavigation.go(CoursesNavigation.runs(course.id()));
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
    }
}

package org.collegium.integrity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.collegium.assessment.AnsweredAttempts;
import org.collegium.assessment.AttemptId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.identity.ViewPermission;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.integrity.cases.OpeningCases;
import org.collegium.integrity.trace.TracedAttempt;
import org.collegium.integrity.trace.Traces;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** What happened in an attempt, beside what was answered. */
@Route(value = "studio/courses/:course/integrity/runs/:run/attempts/:attempt", layout = MainLayout.class)
@PermitAll
@ViewPermission(IntegrityPermissions.LOOK)
class AttemptView extends StudioIntegrityView {

    private final transient Traces traces;
    private final transient OpeningCases opening;
    private final transient AnsweredAttempts answered;

    AttemptView(StudioCourses courses, Traces traces, OpeningCases opening, AnsweredAttempts answered) {
        super(courses);
        this.traces = traces;
        this.opening = opening;
        this.answered = answered;
    }

    @Override
    void show(CourseReference course, BeforeEnterEvent event) {
        CourseRun run = run(course, event);
        AttemptId id = new AttemptId(id(event.getRouteParameters(), "attempt"));
        TracedAttempt found = traces.find(run.id(), id).orElseThrow(NotFoundException::new);
        name(getTranslation("integrity.attempt.title", found.learner()));
        Button open = new Button(
                getTranslation("integrity.case.open"),
                Glyph.SCALE.create(),
                click -> new OpenCaseDialog(
                                "trace/" + id,
                                said -> opening.ofTrace(run.id(), id, said),
                                course.id().value())
                        .open());
        content()
                .add(new PageHeader(
                                found.learner(),
                                getTranslation(
                                        "integrity.attempt.lead",
                                        found.facts().quizTitle(),
                                        found.facts().number(),
                                        Said.here().time(found.facts().startedAt())))
                        .above(crumbs(course, run.id().value()))
                        .withActions(open));
        Div beside = new Div(answers(run, found), moments(found));
        beside.addClassName("integrity-beside");
        content().add(beside);
    }

    private Section moments(TracedAttempt found) {
        Paragraph rule = new Paragraph(getTranslation("integrity.attempt.rule"));
        rule.addClassNames("c-muted", "c-small");
        Section section =
                new Section(new H2(getTranslation("integrity.attempt.moments")), rule, new MomentList(found.moments()));
        section.addClassName("integrity-side");
        return section;
    }

    private Section answers(CourseRun run, TracedAttempt found) {
        Section section = new Section(new H2(getTranslation("integrity.attempt.answers")));
        section.addClassName("integrity-side");
        if (found.facts().submittedAt() == null) {
            section.add(muted(getTranslation("integrity.attempt.still-open")));
            return section;
        }
        section.add(answered.of(run.id(), found.facts().id()));
        return section;
    }
}

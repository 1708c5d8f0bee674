package org.collegium.learning.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.learning.LearnerProgress;
import org.collegium.learning.LearningPermissions;
import org.collegium.learning.Progress;
import org.collegium.learning.ProgressExplanation;
import org.collegium.learning.RunLearners;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** One learner of a run as those who teach it see them: how far, since when, and what happened with each unit. */
@Route(value = "studio/courses/:course/learners/:run/:learner", layout = MainLayout.class)
@PermitAll
@ViewPermission(LearningPermissions.VIEW_LEARNERS)
class LearnerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient RunLearners learners;
    private final transient Progress progress;
    private final transient Courses courses;
    private final transient CourseRuns runs;
    private final transient Access access;
    private String title = "";

    LearnerView(RunLearners learners, Progress progress, Courses courses, CourseRuns runs, Access access) {
        this.learners = learners;
        this.progress = progress;
        this.courses = courses;
        this.runs = runs;
        this.access = access;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters address = event.getRouteParameters();
        CourseRun run = StaffAddress.run(address, runs);
        LearnerProgress learner =
                learners.find(run.id(), StaffAddress.learner(address)).orElseThrow(NotFoundException::new);
        title = learner.name();
        removeAll();
        PageHeader header = new PageHeader(learner.name(), learner.email());
        if (access.mayFor(CoursesPermissions.VIEW_DRAFT, run.partner().value())) {
            courses.find(run.course()).map(StaffCrumbs::toLearnersOf).ifPresent(header::above);
        }
        add(header, facts(learner, run));
        progress.explain(learner.learner(), run.id()).ifPresent(explanation -> add(units(explanation)));
    }

    private Div facts(LearnerProgress learner, CourseRun run) {
        LearnerCells cells = new LearnerCells(this);
        Span joined =
                new Span(new Span(getTranslation("learning.learner.joined", run.title()) + " "), cells.joined(learner));
        Span last = new Span(new Span(getTranslation("learning.learner.last") + " "), cells.last(learner));
        Div facts = new Div(cells.progress(learner), joined, last, cells.attention(learner));
        facts.addClassName("lrn-learner-facts");
        return facts;
    }

    private Section units(ProgressExplanation explanation) {
        Div table = new Div();
        table.addClassName("lrn-explanation");
        table.getElement()
                .setProperty(
                        "innerHTML",
                        new ExplanationMarkup(this::getTranslation, getLocale(), false).write(explanation));
        return new Section(new H2(getTranslation("learning.learner.units")), table);
    }
}

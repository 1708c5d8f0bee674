package org.collegium.labs.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.ViewPermission;
import org.collegium.labs.LabsNavigation;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.authoring.LabChecks;
import org.collegium.labs.marking.LabCounts;
import org.collegium.labs.marking.LabResults;
import org.collegium.labs.ui.Rows;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;

/** The labs of a course: how each stood when it was tried, and the way to what learners hand in. */
@Route(value = LabStudioView.LABS, layout = MainLayout.class)
@PermitAll
@ViewPermission(LabsPermissions.TRY)
class LabsView extends LabStudioView {

    private static final List<String> COLUMNS = List.of("lab", "check", "runs");

    private final transient LabChecks checks;
    private final transient LabResults results;

    LabsView(StudioLabs labs, LabChecks checks, LabResults results) {
        super(labs);
        this.checks = checks;
        this.results = results;
    }

    @Override
    void show(CourseReference course, BeforeEnterEvent event) {
        name(getTranslation("labs.studio.title.of", course.title()));
        labs().haveTried(course.id());
        List<StudioLabs.Placed> all = labs().all(course.id());
        content()
                .add(
                        new PageHeader(getTranslation("labs.studio.title"), getTranslation("labs.studio.lead"))
                                .above(crumbs(course, null)),
                        all.isEmpty()
                                ? new EmptyState(
                                        Illustration.WORKSHOP,
                                        getTranslation("labs.studio.empty.title"),
                                        getTranslation("labs.studio.empty.text"))
                                : table(course, all));
    }

    private Component table(CourseReference course, List<StudioLabs.Placed> all) {
        List<CourseRun> runs = labs().may(LabsPermissions.RESULTS, course) ? labs().runs(course.id()) : List.of();
        Map<CourseRunId, Map<String, LabCounts>> counts =
                runs.stream().collect(Collectors.toMap(CourseRun::id, run -> results.counts(run.id())));
        Rows table = new Rows("labs.studio.column.", runs.isEmpty() ? COLUMNS.subList(0, 2) : COLUMNS);
        for (StudioLabs.Placed lab : all) {
            Component name = new Anchor(
                    LabsNavigation.lab(course.id().value(), lab.unit().key()),
                    lab.unit().title());
            StatusBadge check = CheckPanel.badge(this, checks.of(lab.place().course()));
            if (runs.isEmpty()) {
                table.row(name, check);
            } else {
                table.row(name, check, handedIn(course, lab, runs, counts));
            }
        }
        return table;
    }

    private Component handedIn(
            CourseReference course,
            StudioLabs.Placed lab,
            List<CourseRun> runs,
            Map<CourseRunId, Map<String, LabCounts>> counts) {
        Div links = new Div();
        links.addClassName("c-studio-stack");
        for (CourseRun run : runs) {
            LabCounts count = counts.getOrDefault(run.id(), Map.of())
                    .getOrDefault(lab.unit().key(), new LabCounts(0, 0, 0));
            Anchor link = new Anchor(
                    LabsNavigation.results(
                            course.id().value(), lab.unit().key(), run.id().value()),
                    new Span(getTranslation("labs.studio.results.of", run.title())));
            links.add(
                    link,
                    muted(getTranslation("labs.studio.handed-in", count.learners(), count.passed(), count.waiting())));
        }
        return links;
    }
}

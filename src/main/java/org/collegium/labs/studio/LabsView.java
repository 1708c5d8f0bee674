package org.collegium.labs.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.collegium.activity.Readiness;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.identity.ViewPermission;
import org.collegium.labs.LabsNavigation;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.authoring.LabChecks;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** The labs of a course: how each stood when it was tried, and the way to what learners hand in. */
@Route(value = LabStudioView.LABS, layout = MainLayout.class)
@PermitAll
@ViewPermission(LabsPermissions.TRY)
class LabsView extends LabStudioView {

    private static final List<String> COLUMNS = List.of("lab", "check", "runs");

    private final transient LabChecks checks;

    LabsView(StudioLabs labs, LabChecks checks) {
        super(labs);
        this.checks = checks;
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
        NativeTable table = new NativeTable();
        table.addClassName("c-table");
        NativeTableRow names = table.getHead().addRow();
        for (String column : COLUMNS) {
            if (column.equals("runs") && runs.isEmpty()) {
                continue;
            }
            NativeTableHeaderCell cell = names.addHeaderCell();
            cell.setText(getTranslation("labs.studio.column." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        for (StudioLabs.Placed lab : all) {
            NativeTableRow row = table.getBody().addRow();
            cell(
                    row,
                    "lab",
                    new Anchor(
                            LabsNavigation.lab(course.id().value(), lab.unit().key()),
                            lab.unit().title()));
            cell(row, "check", state(checks.of(lab.place().course())));
            if (!runs.isEmpty()) {
                cell(row, "runs", links(course, lab, runs));
            }
        }
        return table;
    }

    private StatusBadge state(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready _ -> new StatusBadge(Status.GOOD, getTranslation("labs.check.passed"));
            case Readiness.Trying _ -> new StatusBadge(Status.WAITING, getTranslation("labs.check.trying"));
            case Readiness.Waiting _ -> new StatusBadge(Status.WAITING, getTranslation("labs.check.waiting"));
            case Readiness.NotReady _ -> new StatusBadge(Status.BAD, getTranslation("labs.check.failed"));
        };
    }

    private Component links(CourseReference course, StudioLabs.Placed lab, List<CourseRun> runs) {
        Div links = new Div();
        links.addClassName("c-studio-stack");
        runs.forEach(run -> links.add(new Anchor(
                LabsNavigation.results(
                        course.id().value(), lab.unit().key(), run.id().value()),
                new Span(getTranslation("labs.studio.results.of", run.title())))));
        return links;
    }

    private void cell(NativeTableRow row, String column, Component content) {
        NativeTableCell cell = row.addDataCell();
        cell.add(content);
        cell.getElement().setAttribute("data-label", getTranslation("labs.studio.column." + column));
    }
}

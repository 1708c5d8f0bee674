package org.collegium.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.collegium.courses.CourseFilter;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseListItem;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.Courses;
import org.collegium.enrolment.Enrolments;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.learning.LearningPermissions;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** The runs that are open now, with the number of their learners; three queries. */
@Route(value = "studio/learners", layout = MainLayout.class)
@PermitAll
@ViewPermission(LearningPermissions.VIEW_LEARNERS)
class RunsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final PageRequest MOST = new PageRequest(0, 500);
    private static final List<String> COLUMNS = List.of("course", "run", "learners");

    private final transient Courses courses;
    private final transient CourseRuns runs;
    private final transient Enrolments enrolments;
    private final transient Access access;

    RunsView(Courses courses, CourseRuns runs, Enrolments enrolments, Access access) {
        this.courses = courses;
        this.runs = runs;
        this.enrolments = enrolments;
        this.access = access;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("learning.runs.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<CourseListItem> mine = courses.list(CourseFilter.ALL, MOST).stream()
                .filter(course -> access.mayFor(
                        LearningPermissions.VIEW_LEARNERS, course.partner().value()))
                .toList();
        Map<CourseId, List<CourseRun>> open =
                runs.openRuns(mine.stream().map(CourseListItem::id).toList());
        Map<CourseRunId, Long> counts = enrolments.counts(
                open.values().stream().flatMap(List::stream).map(CourseRun::id).toList());
        removeAll();
        add(new PageHeader(getPageTitle(), getTranslation("learning.runs.lead")));
        add(open.isEmpty() ? nothing() : table(mine, open, counts));
    }

    private Component table(
            List<CourseListItem> mine, Map<CourseId, List<CourseRun>> open, Map<CourseRunId, Long> counts) {
        NativeTable table = new NativeTable();
        table.addClassName("c-table");
        NativeTableRow names = table.getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = names.addHeaderCell();
            cell.setText(getTranslation("learning.runs.column." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        for (CourseListItem course : mine) {
            for (CourseRun run : open.getOrDefault(course.id(), List.of())) {
                NativeTableRow row = table.getBody().addRow();
                String address = LearningNavigation.learners(course.id()) + "?run=" + run.id();
                cell(row, "course", new Anchor(address, course.title()));
                cell(row, "run", new Span(run.title()));
                cell(
                        row,
                        "learners",
                        new Span(getTranslation("learning.learners.count", counts.getOrDefault(run.id(), 0L))));
            }
        }
        return table;
    }

    private void cell(NativeTableRow row, String column, Component content) {
        NativeTableCell cell = row.addDataCell();
        cell.add(content);
        cell.getElement().setAttribute("data-label", getTranslation("learning.runs.column." + column));
    }

    private EmptyState nothing() {
        return new EmptyState(
                Illustration.SIGNPOST,
                getTranslation("learning.runs.empty.title"),
                getTranslation("learning.runs.empty.text"));
    }
}

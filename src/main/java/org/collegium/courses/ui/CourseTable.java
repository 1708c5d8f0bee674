package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import org.collegium.courses.CourseListItem;
import org.collegium.courses.CourseState;
import org.collegium.partners.PartnerId;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Courses as a table, on a phone as cards. */
final class CourseTable extends NativeTable {

    private static final List<String> COLUMNS = List.of("course", "state", "draft", "changed");

    CourseTable(List<CourseListItem> rows, Map<PartnerId, String> partnerNames) {
        addClassNames("c-table", "c-studio-courses");
        NativeTableRow names = getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("courses.list.column." + column));
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
        for (CourseListItem row : rows) {
            NativeTableRow line = getBody().addRow();
            cell(line, "course", title(row, partnerNames.getOrDefault(row.partner(), "")));
            cell(line, "state", state(row));
            cell(line, "draft", draft(row));
            cell(line, "changed", new Moment(row.changedAt()));
        }
    }

    private void cell(NativeTableRow line, String column, Component content) {
        NativeTableCell cell = new NativeTableCell();
        cell.add(content);
        cell.getElement().setAttribute("data-label", getTranslation("courses.list.column." + column));
        line.add(cell);
    }

    private Component title(CourseListItem row, String partner) {
        Span more = new Span(partner + " · " + row.key());
        more.addClassNames("c-muted", "c-small");
        Div title = new Div(StudioView.link(CoursesNavigation.course(row.id()), row.title()), more);
        title.addClassName("c-studio-stack");
        return title;
    }

    private Component state(CourseListItem row) {
        return row.state() == CourseState.PUBLISHED
                ? new StatusBadge(Status.GOOD, getTranslation("courses.list.published", row.publishedNumber()))
                : new StatusBadge(
                        row.state() == CourseState.DRAFT ? Status.NEUTRAL : Status.LOCKED,
                        getTranslation("courses.state." + row.state().name()));
    }

    private Component draft(CourseListItem row) {
        if (!row.draft()) {
            return new Span(getTranslation("courses.list.draft.none"));
        }
        if (!row.unpublishedChanges()) {
            return new Span(getTranslation("courses.list.draft.same"));
        }
        return row.blocks() > 0
                ? new StatusBadge(Status.WAITING, getTranslation("courses.list.draft.blocks", row.blocks()))
                : new StatusBadge(Status.NEUTRAL, getTranslation("courses.list.draft.ready"));
    }
}

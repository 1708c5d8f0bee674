package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.collegium.courses.review.ReviewAddresses;
import org.collegium.courses.review.ReviewListed;
import org.collegium.courses.review.ReviewState;
import org.collegium.courses.ui.Moment;

/** Reviews as a table, on a phone as cards. */
final class ReviewTable extends NativeTable {

    private static final List<String> COLUMNS = List.of("course", "state", "comments", "submitted");

    ReviewTable(List<ReviewListed> rows) {
        addClassName("c-table");
        NativeTableRow names = getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell =
                    new NativeTableHeaderCell(getTranslation("courses.review.list.column." + column));
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
        for (ReviewListed row : rows) {
            NativeTableRow line = getBody().addRow();
            cell(line, "course", title(row));
            cell(line, "state", state(row));
            cell(line, "comments", new Span(getTranslation("courses.review.open", row.open())));
            cell(line, "submitted", new Moment(row.submittedAt()));
        }
    }

    private void cell(NativeTableRow line, String column, Component content) {
        NativeTableCell cell = new NativeTableCell();
        cell.add(content);
        cell.getElement().setAttribute("data-label", getTranslation("courses.review.list.column." + column));
        line.add(cell);
    }

    private Component title(ReviewListed row) {
        Span more = new Span(row.partner() + " · " + getTranslation("courses.review.round", row.round()));
        more.addClassNames("c-muted", "c-small");
        Div title = new Div(ReviewPage.link(ReviewAddresses.of(row.id()), row.title()), more);
        title.addClassName("c-studio-stack");
        return title;
    }

    private Component state(ReviewListed row) {
        Div state = new Div(new ReviewBadge(row.state()));
        if (row.state() == ReviewState.OPEN) {
            Span stage = new Span(getTranslation("courses.review.waits-for", row.stage()));
            stage.addClassNames("c-muted", "c-small");
            state.add(stage);
        }
        state.addClassName("c-studio-stack");
        return state;
    }
}

package org.collegium.learning.rollout.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.collegium.courses.CourseId;
import org.collegium.courses.RunHistory;
import org.collegium.courses.RunMove;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.PageLinks;

/** Which versions the runs of a course had, the latest move first. */
final class RollOutHistory extends Section {

    private static final int ROWS = 20;
    private static final List<String> COLUMNS = List.of("run", "move", "by", "at");

    RollOutHistory(CourseId course, RunHistory history, QueryParameters query) {
        addClassName("c-studio-stack");
        int all = history.count(course);
        add(new H2(getTranslation("learning.rollout.history")));
        if (all == 0) {
            add(new Paragraph(getTranslation("learning.rollout.history.empty")));
            return;
        }
        int page = PageLinks.shown(PageLinks.asked(query, "moves"), ROWS, all);
        NativeTable table = new NativeTable();
        table.addClassName("c-table");
        NativeTableRow names = table.getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = names.addHeaderCell();
            cell.setText(getTranslation("learning.rollout.history." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        history.of(course, new PageRequest(page * ROWS, ROWS)).forEach(move -> row(table, move));
        add(
                table,
                new PageLinks(
                        page, ROWS, all, number -> "/" + RollOutNavigation.path(course) + "?moves=" + (number + 1)));
    }

    private void row(NativeTable table, RunMove move) {
        NativeTableRow row = table.getBody().addRow();
        String by = move.by();
        cell(row, "run", new Span(move.runTitle()));
        cell(row, "move", new Span(getTranslation("learning.rollout.history.versions", move.from(), move.to())));
        cell(row, "by", new Span(by == null ? getTranslation("learning.rollout.somebody") : by));
        Moments moments = Moments.here();
        Span at = new Span(moments.day(move.at()));
        at.setTitle(moments.minute(move.at()));
        cell(row, "at", at);
    }

    private void cell(NativeTableRow row, String column, Span content) {
        NativeTableCell cell = row.addDataCell();
        cell.add(content);
        cell.getElement().setAttribute("data-label", getTranslation("learning.rollout.history." + column));
    }
}

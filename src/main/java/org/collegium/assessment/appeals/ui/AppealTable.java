package org.collegium.assessment.appeals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.collegium.assessment.appeals.Appeal;

/** Appeals, one in a row; on a phone cards. */
final class AppealTable extends NativeTable {

    private static final List<String> COLUMNS = List.of("learner", "question", "text", "state", "act");
    private static final int SHOWN = 160;

    AppealTable() {
        addClassName("c-table");
        NativeTableRow names = getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell =
                    new NativeTableHeaderCell(getTranslation("assessment.appeal.column." + column));
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
    }

    /**
     * @param question its first words
     * @param address where one reads it
     */
    void row(Appeal appeal, String quiz, String question, Component badge, Component times, String address) {
        String text = appeal.text();
        Paragraph begin = new Paragraph(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
        begin.addClassName("grade-text");
        String act = appeal.waits() ? "read" : "look";
        Anchor read = new Anchor(address, getTranslation("assessment.appeal." + act));
        read.setAriaLabel(getTranslation("assessment.appeal." + act + ".of", appeal.name()));
        List<Component> cells = List.of(
                AppealsPage.stack(new Span(appeal.name()), AppealsPage.muted(appeal.email())),
                AppealsPage.stack(
                        new Span(getTranslation("assessment.appeal.question.of", quiz, appeal.number())),
                        AppealsPage.muted(question)),
                begin,
                AppealsPage.stack(badge, times),
                read);
        NativeTableRow line = getBody().addRow();
        for (int i = 0; i < cells.size(); i++) {
            NativeTableCell cell = new NativeTableCell();
            cell.add(cells.get(i));
            cell.getElement().setAttribute("data-label", getTranslation("assessment.appeal.column." + COLUMNS.get(i)));
            line.add(cell);
        }
    }
}

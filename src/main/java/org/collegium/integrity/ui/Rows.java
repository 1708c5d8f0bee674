package org.collegium.integrity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A table that becomes cards on a phone. */
final class Rows extends NativeTable {

    private final String prefix;
    private final List<String> columns;

    /** @param prefix of the message keys of the columns */
    Rows(String prefix, List<String> columns) {
        this.prefix = prefix;
        this.columns = columns;
        addClassName("c-table");
        NativeTableRow names = getHead().addRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = names.addHeaderCell();
            cell.setText(getTranslation(prefix + column));
            cell.getElement().setAttribute("scope", "col");
        }
    }

    void row(Component... cells) {
        NativeTableRow row = getBody().addRow();
        for (int i = 0; i < cells.length; i++) {
            NativeTableCell cell = row.addDataCell();
            cell.add(cells[i]);
            cell.getElement().setAttribute("data-label", getTranslation(prefix + columns.get(i)));
        }
    }

    static Span text(String text) {
        return new Span(text);
    }
}

package org.collegium.enrolment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table, on a phone cards. */
final class GroupTable extends NativeTable {

    private final List<String> columns;

    /** @param columns message keys of their names */
    GroupTable(String... columns) {
        this.columns = List.of(columns);
        addClassName("c-table");
        NativeTableRow names = getHead().addRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(column));
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
    }

    /** One component for each column. */
    void row(Component... contents) {
        NativeTableRow row = getBody().addRow();
        for (int i = 0; i < contents.length; i++) {
            NativeTableCell cell = row.addDataCell();
            cell.add(contents[i]);
            cell.getElement().setAttribute("data-label", getTranslation(columns.get(i)));
        }
    }
}

package org.collegium.credentials.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table whose cells carry the names of their columns, so that rows become cards on a phone. */
class NamedTable extends NativeTable {

    private final List<String> names;

    /** @param prefix with which the keys of the names begin */
    NamedTable(String prefix, List<String> columns) {
        names = columns.stream().map(column -> getTranslation(prefix + column)).toList();
        addClassName("c-table");
        NativeTableRow head = getHead().addRow();
        for (String name : names) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
    }

    void row(Component... cells) {
        NativeTableRow row = getBody().addRow();
        for (int at = 0; at < cells.length; at++) {
            NativeTableCell cell = new NativeTableCell();
            cell.add(cells[at]);
            cell.getElement().setAttribute("data-label", names.get(at));
            row.add(cell);
        }
    }
}

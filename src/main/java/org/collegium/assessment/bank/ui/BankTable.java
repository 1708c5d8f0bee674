package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table, on a phone cards. */
final class BankTable extends NativeTable {

    private final String prefix;
    private final List<String> columns;

    /**
     * @param prefix of the keys of the columns' names
     * @param columns the last part of these keys
     */
    BankTable(String prefix, List<String> columns) {
        this.prefix = prefix;
        this.columns = columns;
        addClassName("c-table");
        NativeTableRow names = getHead().addRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(prefix + column));
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
    }

    /** One component for each column. */
    void row(Component... contents) {
        NativeTableRow line = getBody().addRow();
        for (int i = 0; i < contents.length; i++) {
            NativeTableCell cell = new NativeTableCell();
            cell.add(contents[i]);
            cell.getElement().setAttribute("data-label", getTranslation(prefix + columns.get(i)));
            line.add(cell);
        }
    }
}

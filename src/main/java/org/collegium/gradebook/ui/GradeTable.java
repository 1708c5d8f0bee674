package org.collegium.gradebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table that becomes cards on a phone. */
final class GradeTable extends NativeTable {

    private final List<String> columns;

    /** @param columns message keys of their names */
    GradeTable(String caption, List<String> columns) {
        this.columns = columns;
        addClassName("c-table");
        getElement().setAttribute("aria-label", caption);
        NativeTableRow names = getHead().addRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = names.addHeaderCell();
            cell.setText(getTranslation(column));
            cell.getElement().setAttribute("scope", "col");
        }
    }

    /** @param cells one for each column */
    void row(List<? extends Component> cells) {
        NativeTableRow row = getBody().addRow();
        for (int i = 0; i < cells.size(); i++) {
            NativeTableCell cell = row.addDataCell();
            cell.add(cells.get(i));
            cell.getElement().setAttribute("data-label", getTranslation(columns.get(i)));
        }
    }
}

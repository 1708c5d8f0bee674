package org.collegium.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a grid as a list of cards, its first column, on a narrow window, and as a table on a wide one. */
public final class CardsOnPhone<T> {

    private static final int NARROW = 800;

    private final Grid<T> grid;
    private final Grid.Column<T> card;
    private final List<Grid.Column<T>> columns;
    private @Nullable Registration resizing;

    private CardsOnPhone(Grid<T> grid, Grid.Column<T> card, List<Grid.Column<T>> columns) {
        this.grid = grid;
        this.card = card;
        this.columns = columns;
        grid.addThemeName("wrap-cell-content");
        grid.addClassName("c-grid");
        show(false);
        grid.addAttachListener(event -> follow(event.getUI()));
        grid.addDetachListener(event -> {
            if (resizing != null) {
                resizing.remove();
            }
        });
    }

    /** @param card the first column, in which a row is told as a card */
    public static <T> void of(Grid<T> grid, Grid.Column<T> card) {
        List<Grid.Column<T>> others = grid.getColumns().stream()
                .filter(column -> !column.equals(card))
                .toList();
        CardsOnPhone<T> unused = new CardsOnPhone<>(grid, card, others);
    }

    private void follow(UI ui) {
        resizing = ui.getPage().addBrowserWindowResizeListener(event -> show(event.getWidth() < NARROW));
        ui.getPage().executeJs("return window.innerWidth").then(Integer.class, width -> show(width < NARROW));
    }

    private void show(boolean narrow) {
        card.setVisible(narrow);
        columns.forEach(column -> column.setVisible(!narrow));
        grid.setClassName("c-grid-cards", narrow);
    }
}

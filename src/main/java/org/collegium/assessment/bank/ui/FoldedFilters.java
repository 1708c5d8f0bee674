package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.collegium.shared.ui.Glyph;

/** Filters beside others; on a phone they are folded behind a button that says how many are chosen. */
final class FoldedFilters extends Div {

    private static final String OPEN = "c-filters-open";

    private final Span words = new Span();
    private final NativeButton fold = new NativeButton();
    private final Div filters;

    FoldedFilters(Component... filters) {
        this.filters = new Div(filters);
        this.filters.setId("folded-filters");
        this.filters.addClassName("c-filters-more");
        fold.add(Glyph.SLIDERS_HORIZONTAL.create(), words);
        fold.addClassNames("c-button", "c-filters-fold");
        fold.getElement().setAttribute("aria-controls", "folded-filters");
        fold.addClickListener(click -> open(!this.filters.hasClassName(OPEN)));
        addClassName("c-filters-folded");
        add(fold, this.filters);
        open(false);
    }

    private void open(boolean open) {
        filters.setClassName(OPEN, open);
        fold.getElement().setAttribute("aria-expanded", Boolean.toString(open));
    }

    void chosen(int count) {
        words.setText(getTranslation("assessment.bank.filters", count));
    }
}

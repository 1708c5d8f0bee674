package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.function.IntFunction;
import org.collegium.shared.ui.Glyph;

/** The way to the pages before and after; nothing where there is one page only. */
final class Pages extends Nav {

    /**
     * @param page from 0
     * @param address of a page, by its number from 0
     */
    Pages(int page, int rows, int all, IntFunction<String> address) {
        int last = Math.max(0, (all - 1) / rows);
        addClassName("c-operations-pages");
        setAriaLabel(getTranslation("labs.operating.pages"));
        setVisible(last > 0);
        if (page > 0) {
            add(link(address.apply(page - 1), "labs.operating.page.before", Glyph.CHEVRON_LEFT));
        }
        add(new Span(getTranslation("labs.operating.page", page + 1, last + 1)));
        if (page < last) {
            add(link(address.apply(page + 1), "labs.operating.page.after", Glyph.CHEVRON_RIGHT));
        }
    }

    private Anchor link(String address, String key, Glyph glyph) {
        Anchor link = new Anchor(address, glyph.create(), new Span(getTranslation(key)));
        link.addClassName("c-button");
        return link;
    }
}

package org.collegium.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.function.IntFunction;

/** The ways to the pages of a list before and after the one that is shown; nothing where there is one page only. */
public final class PageLinks extends Nav {

    /**
     * @param page from 0
     * @param rows of a page
     * @param all how many rows the list has
     * @param address of a page, by its number from 0
     */
    public PageLinks(int page, int rows, int all, IntFunction<String> address) {
        int last = Math.max(0, (all - 1) / rows);
        addClassName("c-page-links");
        setAriaLabel(getTranslation("shared.pages"));
        setVisible(last > 0);
        if (page > 0) {
            Anchor before = new Anchor(
                    address.apply(page - 1),
                    Glyph.CHEVRON_LEFT.create(),
                    new Span(getTranslation("shared.pages.before")));
            before.addClassName("c-button");
            add(before);
        }
        add(new Span(getTranslation("shared.pages.page", page + 1, last + 1)));
        if (page < last) {
            Anchor after = new Anchor(
                    address.apply(page + 1),
                    new Span(getTranslation("shared.pages.after")),
                    Glyph.CHEVRON_RIGHT.create());
            after.addClassName("c-button");
            add(after);
        }
    }

    /** The number of the page that an address asks for as {@code page}; the first where it asks for none. */
    public static int asked(QueryParameters query) {
        return asked(query, "page");
    }

    /** The same for a list that has another name for it, where a page has several. */
    public static int asked(QueryParameters query, String name) {
        try {
            return query.getSingleParameter(name)
                    .map(text -> Math.clamp(Integer.parseInt(text), 0, 1_000_000))
                    .orElse(0);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}

package org.collegium.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** The ways to the pages of a list before and after the one that is shown; nothing where there is one page only. */
public final class PageLinks extends Nav {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

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

    /** The page that an address asks for as {@code page}; the first where it asks for none. */
    public static int asked(QueryParameters query) {
        return asked(query, "page");
    }

    /** The page that an address asks for, from 0; addresses count from 1, as people do. The first where it asks for none. */
    public static int asked(QueryParameters query, String name) {
        return query.getSingleParameter(name)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(text -> Integer.parseInt(text) - 1)
                .orElse(0);
    }

    /** The page that is shown when one is asked for: where the list has become shorter, its last. */
    public static int shown(int asked, int rows, int all) {
        return Math.min(asked, Math.max(0, (all - 1) / rows));
    }
}

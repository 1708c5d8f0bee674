package org.collegium.courses.review.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import org.collegium.courses.review.ReviewAddresses;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.StudioPage;

/** What the pages of reviews share: their style sheet, the way back, buttons and chips. */
@StyleSheet("styles/review.css")
abstract class ReviewPage extends StudioPage {

    /** The way back to the list of reviews. */
    Nav crumbs() {
        return crumbs(new Crumb("/" + ReviewAddresses.LIST, getTranslation("courses.review.list.title")));
    }

    static Anchor link(String address, String text) {
        return new Anchor(address, new Span(text));
    }

    /** A link that looks like a button. */
    static Anchor button(String address, String text, Glyph glyph) {
        Anchor anchor = new Anchor(address, glyph.create(), new Span(text));
        anchor.addClassName("c-button");
        return anchor;
    }

    /** A choice among several views of the same; the one that is open is marked. */
    static Anchor chip(String address, String words, int number, boolean current) {
        Anchor chip = new Anchor(address, new Span(words));
        chip.addClassName("c-chip");
        if (number > 0) {
            Span amount = new Span(Integer.toString(number));
            amount.addClassName("c-count");
            chip.add(amount);
        }
        if (current) {
            chip.addClassName("c-chip-on");
            chip.getElement().setAttribute("aria-current", "true");
        }
        return chip;
    }

    Nav chips(String key) {
        Nav chips = new Nav();
        chips.addClassName("c-chips");
        chips.setAriaLabel(getTranslation(key));
        return chips;
    }

    /** Goes to an address of this platform's views. */
    static void go(String address) {
        String path = address.substring(1);
        int query = path.indexOf('?');
        if (query < 0) {
            UI.getCurrent().navigate(path);
        } else {
            UI.getCurrent().navigate(path.substring(0, query), QueryParameters.fromString(path.substring(query + 1)));
        }
    }
}

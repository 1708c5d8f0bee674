package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;

/** The kinds of which a list shows one; each is a link. */
final class KindChips extends Nav {

    private final String prefix;

    /**
     * @param name key of what a screen reader calls them
     * @param prefix of the keys of their words
     */
    KindChips(String name, String prefix) {
        this.prefix = prefix;
        addClassName("c-chips");
        setAriaLabel(getTranslation(name));
    }

    <K extends Enum<K>> void show(K chosen, Function<K, String> address) {
        removeAll();
        for (K kind : chosen.getDeclaringClass().getEnumConstants()) {
            Anchor link = new Anchor(address.apply(kind), new Span(getTranslation(prefix + kind.name())));
            link.addClassName("c-chip");
            link.setClassName("c-chip-on", kind == chosen);
            if (kind == chosen) {
                link.getElement().setAttribute("aria-current", "true");
            }
            add(link);
        }
    }
}

package org.collegium.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The entries of one space as links; the one that leads to the open page is marked. */
final class SpaceNavigation extends Nav {

    private final transient Frame frame;
    private final boolean withGlyphs;

    SpaceNavigation(Frame frame, String className, boolean withGlyphs) {
        this.frame = frame;
        this.withGlyphs = withGlyphs;
        addClassName(className);
    }

    void show(Space space, String place) {
        show(frame.entries(space), space, place);
    }

    void show(List<SpaceEntry> entries, Space space, String place) {
        setAriaLabel(getTranslation(space.label()));
        removeAll();
        for (SpaceEntry entry : entries) {
            Anchor link = new Anchor(entry.path(), new Span(getTranslation(entry.label())));
            link.setRouterIgnore(entry.page());
            if (withGlyphs) {
                link.addComponentAsFirst(entry.glyph().create());
            }
            int waiting = entry.waiting().getAsInt();
            if (waiting > 0) {
                Span count = new Span(Integer.toString(waiting));
                count.addClassName("c-count");
                count.setTitle(getTranslation("shared.waiting", waiting));
                link.add(count);
            }
            if (frame.isCurrent(entry, place)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
    }
}

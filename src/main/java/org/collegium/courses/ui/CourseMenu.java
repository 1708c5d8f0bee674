package org.collegium.courses.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.collegium.courses.CourseStudioLink;
import org.collegium.shared.ui.Glyph;

/** All that one can go to from a course in Studio, by the part of the work; a menu, so that the header keeps what is done most. */
final class CourseMenu extends NativeDetails {

    /** A way out of the menu. */
    record Way(CourseStudioLink.Part part, String address, String name, Glyph glyph) {}

    /**
     * @param first ways of the course itself, which stand first in their part, in this order
     * @param others what other modules add, which is shown by name
     */
    CourseMenu(List<Way> first, List<Way> others) {
        addClassNames("c-menu", "c-course-menu");
        Span name = new Span(
                Glyph.MENU.create(), new Span(getTranslation("courses.draft.menu")), Glyph.CHEVRON_DOWN.create());
        name.addClassName("c-button");
        setSummary(name);
        Div panel = new Div();
        panel.addClassName("c-menu-panel");
        for (CourseStudioLink.Part part : CourseStudioLink.Part.values()) {
            List<Way> ways = Stream.concat(first.stream(), others.stream().sorted(Comparator.comparing(Way::name)))
                    .filter(way -> way.part() == part)
                    .toList();
            if (!ways.isEmpty()) {
                panel.add(section(part, ways));
            }
        }
        setContent(panel);
    }

    private Section section(CourseStudioLink.Part part, List<Way> ways) {
        UnorderedList list = new UnorderedList();
        for (Way way : ways) {
            Anchor link = new Anchor(way.address(), way.glyph().create(), new Span(way.name()));
            link.addClassName("c-menu-item");
            list.add(new ListItem(link));
        }
        return new Section(new H2(getTranslation("courses.draft.menu." + part.name())), list);
    }
}

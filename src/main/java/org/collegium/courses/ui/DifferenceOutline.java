package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.collegium.courses.UnitDifference;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** All that differs between two states of a course, each unit a way to see it word by word. */
public final class DifferenceOutline extends Section {

    private static final int ROWS = 50;

    private final transient Places places;

    /**
     * Where the list is, and where it leads.
     *
     * @param unit key of the one that is shown; empty for none
     * @param page of the list, from 0
     * @param unitAddress where a unit is shown, by its key
     * @param pageAddress of a page of the list, by its number from 0
     */
    public record Places(String unit, int page, UnaryOperator<String> unitAddress, IntFunction<String> pageAddress) {}

    public DifferenceOutline(Places places, List<UnitDifference> units, List<DetailDifference> details) {
        this.places = places;
        addClassName("c-compare-outline");
        add(new H2(getTranslation("courses.compare.changes", units.size())));
        UnorderedList list = new UnorderedList();
        units.stream()
                .skip((long) places.page() * ROWS)
                .limit(ROWS)
                .forEach(difference -> list.add(new ListItem(line(difference))));
        if (list.getComponentCount() > 0) {
            add(list);
        }
        add(new PageLinks(places.page(), ROWS, units.size(), places.pageAddress()));
        if (!details.isEmpty() && places.page() == 0) {
            add(details(details));
        }
    }

    private Component line(UnitDifference difference) {
        Anchor link = StudioView.link(
                places.unitAddress().apply(difference.unit().key()),
                difference.unit().title());
        if (difference.unit().key().equals(places.unit())) {
            link.getElement().setAttribute("aria-current", "true");
        }
        Div line = new Div(link);
        badges(difference).forEach(line::add);
        if (difference.moved()) {
            String where = difference.from().equals(difference.to())
                    ? getTranslation("courses.compare.order", difference.to())
                    : getTranslation("courses.compare.moved-to", difference.from(), difference.to());
            Span words = new Span(where);
            words.addClassNames("c-muted", "c-small");
            line.add(words);
        }
        line.addClassName("c-compare-line");
        return line;
    }

    private List<Component> badges(UnitDifference difference) {
        List<Component> badges = new ArrayList<>();
        if (difference.before().isEmpty()) {
            badges.add(new StatusBadge(Status.GOOD, getTranslation("courses.compare.added")));
        } else if (difference.after().isEmpty()) {
            badges.add(new StatusBadge(Status.BAD, getTranslation("courses.compare.removed")));
        }
        if (difference.content()) {
            badges.add(new StatusBadge(Status.WAITING, getTranslation("courses.compare.changed")));
        }
        if (difference.rules()) {
            badges.add(new StatusBadge(Status.WAITING, getTranslation("courses.compare.rules")));
        }
        if (difference.moved()) {
            badges.add(new StatusBadge(Status.NEUTRAL, getTranslation("courses.compare.moved")));
        }
        return badges;
    }

    private Component details(List<DetailDifference> details) {
        Div all = new Div(new H3(getTranslation("courses.compare.details")));
        all.addClassName("c-compare-details");
        for (DetailDifference detail : details) {
            Paragraph name = new Paragraph(detail.name());
            name.addClassName("c-compare-name");
            all.add(name, side(detail.before(), "del"), side(detail.after(), "ins"));
        }
        return all;
    }

    private Component side(String text, String element) {
        Div side = new Div();
        side.addClassName("c-compare-side");
        if (text.isEmpty()) {
            Span nothing = new Span(getTranslation("courses.compare.nothing"));
            nothing.addClassName("c-muted");
            side.add(nothing);
        } else {
            Element mark = new Element(element);
            mark.setText(text);
            side.getElement().appendChild(mark);
        }
        return side;
    }
}

package org.collegium.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;

/** What pages of Studio share: their style sheet, the column of what they show, their title, the way back, numbers and times. */
@StyleSheet("styles/studio.css")
public abstract class StudioPage extends Div implements HasDynamicTitle {

    private final Div content = new Div();
    private String title = "";

    protected StudioPage() {
        content.addClassName("c-studio");
        add(content);
    }

    /** Gives the page its title. */
    protected final void name(String text) {
        title = text;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    protected final Div content() {
        return content;
    }

    /** The way to here. */
    protected final Nav crumbs(List<Crumb> way) {
        OrderedList list = new OrderedList();
        list.addClassName("c-breadcrumbs");
        way.forEach(crumb -> list.add(new ListItem(new Anchor(crumb.address(), new Span(crumb.text())))));
        Nav nav = new Nav(list);
        nav.setAriaLabel(getTranslation("shared.crumbs"));
        return nav;
    }

    protected final Nav crumbs(Crumb... way) {
        return crumbs(List.of(way));
    }

    /** A step on the way back. */
    public record Crumb(String address, String text) {}

    protected final String number(double value) {
        NumberFormat numbers = NumberFormat.getNumberInstance(getLocale());
        numbers.setMaximumFractionDigits(2);
        return numbers.format(value);
    }

    /** A time by the clock of the reader. */
    protected final String moment(Instant time) {
        return Moments.in(getLocale()).minute(time);
    }

    public static Span muted(String text) {
        Span span = new Span(text);
        span.addClassNames("c-muted", "c-small");
        return span;
    }

    public static Div stack(Component... parts) {
        Div stack = new Div(parts);
        stack.addClassName("c-studio-stack");
        return stack;
    }
}

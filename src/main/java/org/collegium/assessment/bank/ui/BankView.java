package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.collegium.shared.ui.Glyph;

/** What the views of the question bank share: their style sheets and the way back. */
@StyleSheet("styles/studio.css")
@StyleSheet("styles/bank.css")
abstract class BankView extends Div implements HasDynamicTitle {

    private final Div content = new Div();
    private String pageTitle = "";

    BankView() {
        content.addClassName("c-studio");
        add(content);
    }

    void name(String title) {
        pageTitle = title;
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }

    Div content() {
        return content;
    }

    /** The way to here. */
    Component crumbs(Crumb... way) {
        OrderedList list = new OrderedList();
        list.addClassName("c-breadcrumbs");
        for (Crumb crumb : way) {
            list.add(new ListItem(new Anchor(crumb.address(), new Span(crumb.text()))));
        }
        Nav nav = new Nav(list);
        nav.setAriaLabel(getTranslation("assessment.bank.crumbs"));
        return nav;
    }

    /** A step on the way back. */
    record Crumb(String address, String text) {}

    static Anchor button(String address, String text, Glyph glyph) {
        Anchor anchor = new Anchor(address, glyph.create(), new Span(text));
        anchor.addClassName("c-button");
        return anchor;
    }

    static Span muted(String text) {
        Span span = new Span(text);
        span.addClassNames("c-muted", "c-small");
        return span;
    }

    String moment(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(zone())
                .format(time);
    }

    private static ZoneId zone() {
        try {
            return Optional.ofNullable(UI.getCurrent())
                    .map(ui -> ui.getPage().getExtendedClientDetails())
                    .map(ExtendedClientDetails::getTimeZoneId)
                    .<ZoneId>map(ZoneId::of)
                    .orElse(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}

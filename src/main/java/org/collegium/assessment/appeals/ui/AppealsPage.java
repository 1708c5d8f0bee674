package org.collegium.assessment.appeals.ui;

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
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.collegium.assessment.appeals.Appeal;
import org.collegium.courses.CourseReference;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** What the views of appeals share: their style sheets, the way back, states, numbers and times. */
@StyleSheet("styles/studio.css")
@StyleSheet("styles/grades.css")
abstract class AppealsPage extends Div implements HasDynamicTitle {

    static final String LIST = "studio/courses/:course/appeals";
    static final String APPEAL = LIST + "/:run/:appeal";

    private final Div content = new Div();
    private String pageTitle = "";

    AppealsPage() {
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

    Component crumbs(CourseReference course, Anchor... further) {
        OrderedList list = new OrderedList(
                new ListItem(new Anchor("/studio/courses", new Span(getTranslation("assessment.appeal.courses")))),
                new ListItem(new Anchor("/studio/courses/" + course.id(), new Span(course.title()))));
        for (Anchor anchor : further) {
            list.add(new ListItem(anchor));
        }
        list.addClassName("c-breadcrumbs");
        Nav nav = new Nav(list);
        nav.setAriaLabel(getTranslation("assessment.appeal.crumbs"));
        return nav;
    }

    StatusBadge badge(Appeal appeal, Instant now) {
        if (appeal.overdue(now)) {
            return new StatusBadge(Status.BAD, getTranslation("assessment.appeal.state.overdue"));
        }
        Status status = switch (appeal.state()) {
            case WAITING -> Status.WAITING;
            case GRANTED -> Status.GOOD;
            case DECLINED -> Status.NEUTRAL;
        };
        return new StatusBadge(status, getTranslation("assessment.appeal.state." + appeal.state()));
    }

    static Span muted(String text) {
        Span span = new Span(text);
        span.addClassNames("c-muted", "c-small");
        return span;
    }

    static Div stack(Component... parts) {
        Div stack = new Div(parts);
        stack.addClassName("c-studio-stack");
        return stack;
    }

    String number(double value) {
        NumberFormat numbers = NumberFormat.getNumberInstance(getLocale());
        numbers.setMaximumFractionDigits(2);
        return numbers.format(value);
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

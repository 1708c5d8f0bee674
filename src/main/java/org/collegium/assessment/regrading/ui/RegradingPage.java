package org.collegium.assessment.regrading.ui;

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
import com.vaadin.flow.router.NotFoundException;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseUnit;

/** What the views of corrected keys share: their style sheets, the way back, numbers and times. */
@StyleSheet("styles/studio.css")
@StyleSheet("styles/grades.css")
abstract class RegradingPage extends Div implements HasDynamicTitle {

    private final Div content = new Div();
    private String pageTitle = "";

    RegradingPage() {
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

    /** The way from the list of courses to a quiz. */
    Component crumbs(CourseReference course, CourseUnit quiz, Anchor... further) {
        OrderedList list = new OrderedList(
                step("/studio/courses", getTranslation("assessment.regrade.courses")),
                step(RegradingNavigation.course(course.id().value()), course.title()),
                step(RegradingNavigation.quizzes(course.id().value()), getTranslation("assessment.quizzes.title")),
                step(RegradingNavigation.quiz(course.id().value(), quiz.key()), quiz.title()));
        for (Anchor anchor : further) {
            list.add(new ListItem(anchor));
        }
        list.addClassName("c-breadcrumbs");
        Nav nav = new Nav(list);
        nav.setAriaLabel(getTranslation("assessment.regrade.crumbs"));
        return nav;
    }

    private static ListItem step(String address, String text) {
        return new ListItem(new Anchor(address, new Span(text)));
    }

    static Span muted(String text) {
        Span span = new Span(text);
        span.addClassNames("c-muted", "c-small");
        return span;
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

    static <T> T sure(Optional<T> found) {
        return found.orElseThrow(NotFoundException::new);
    }
}

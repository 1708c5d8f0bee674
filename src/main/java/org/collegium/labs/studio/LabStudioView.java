package org.collegium.labs.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.text.NumberFormat;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.labs.LabsNavigation;
import org.collegium.shared.ui.Glyph;
import org.jspecify.annotations.Nullable;

/** What the views of labs in Studio share: their style sheets, their addresses, and the way back. */
@StyleSheet("styles/studio.css")
@StyleSheet("styles/lab-studio.css")
abstract class LabStudioView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String LABS = "studio/courses/:course/labs";
    static final String LAB = LABS + "/:unit";
    static final String RESULTS = LAB + "/runs/:run";
    static final String REGRADES = RESULTS + "/regrade";

    private final transient StudioLabs labs;
    private final Div content = new Div();
    private String pageTitle = "";

    LabStudioView(StudioLabs labs) {
        this.labs = labs;
        content.addClassName("c-studio");
        add(content);
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters address = event.getRouteParameters();
        CourseReference course = labs.course(new CourseId(id(address, "course")));
        content.removeAll();
        show(course, event);
    }

    /** Fills {@link #content}. */
    abstract void show(CourseReference course, BeforeEnterEvent event);

    StudioLabs labs() {
        return labs;
    }

    Div content() {
        return content;
    }

    void name(String title) {
        pageTitle = title;
    }

    static UUID id(RouteParameters address, String name) {
        try {
            return address.get(name).map(UUID::fromString).orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    static String unit(BeforeEnterEvent event) {
        return event.getRouteParameters().get("unit").orElseThrow(NotFoundException::new);
    }

    /** The run that the address names; it must be one of the course. */
    CourseRun run(CourseReference course, BeforeEnterEvent event) {
        return labs.run(course.id(), new CourseRunId(id(event.getRouteParameters(), "run")));
    }

    /** The way from the list of courses to a lab, or to the labs of the course. */
    Component crumbs(CourseReference course, StudioLabs.@Nullable Placed lab) {
        String home = "/studio/courses";
        Nav nav = new Nav();
        OrderedList list = new OrderedList();
        list.addClassName("c-breadcrumbs");
        list.add(step(home, getTranslation("labs.studio.courses")), step(home + "/" + course.id(), course.title()));
        if (lab != null) {
            list.add(step(LabsNavigation.labs(course.id().value()), getTranslation("labs.studio.title")));
            list.add(step(
                    LabsNavigation.lab(course.id().value(), lab.unit().key()),
                    lab.unit().title()));
        }
        nav.add(list);
        nav.setAriaLabel(getTranslation("labs.studio.crumbs"));
        return nav;
    }

    /** The same, with the run's results as a further step. */
    Component crumbs(CourseReference course, StudioLabs.Placed lab, CourseRun run) {
        Component nav = crumbs(course, lab);
        nav.getChildren()
                .filter(OrderedList.class::isInstance)
                .map(OrderedList.class::cast)
                .forEach(list -> list.add(step(
                        LabsNavigation.results(
                                course.id().value(), lab.unit().key(), run.id().value()),
                        run.title())));
        return nav;
    }

    private static ListItem step(String address, String text) {
        return new ListItem(new Anchor(address, new Span(text)));
    }

    static Anchor button(String address, String text, Glyph glyph) {
        Anchor anchor = new Anchor(address, glyph.create(), new Span(text));
        anchor.addClassName("c-button");
        return anchor;
    }

    String number(double value) {
        return NumberFormat.getNumberInstance(getLocale()).format(value);
    }

    static Span muted(String text) {
        Span span = new Span(text);
        span.addClassNames("c-muted", "c-small");
        return span;
    }
}

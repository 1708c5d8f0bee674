package org.collegium.gradebook.ui;

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
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.collegium.gradebook.OwnGrades;
import org.collegium.gradebook.OwnGrades.Own;
import org.collegium.gradebook.RunBook;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** A learner's grades in a run, with where each comes from. */
@Route(value = "my-learning/:run/grades", layout = MainLayout.class)
@PermitAll
@StyleSheet("styles/studio.css")
@StyleSheet("styles/grade-book.css")
class OwnGradesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient OwnGrades grades;
    private final transient Access access;

    OwnGradesView(OwnGrades grades, Access access) {
        this.grades = grades;
        this.access = access;
        addClassName("c-studio");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("gradebook.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AccountId learner = access.account().orElseThrow();
        Own own =
                grades.of(learner, GradeAddress.run(event.getRouteParameters())).orElseThrow(NotFoundException::new);
        removeAll();
        OrderedList steps = new OrderedList(
                new ListItem(new Anchor("/my-learning", new Span(getTranslation("gradebook.own.back")))));
        steps.addClassName("c-breadcrumbs");
        Nav crumbs = new Nav(steps);
        crumbs.setAriaLabel(getTranslation("gradebook.crumbs"));
        add(
                new PageHeader(getPageTitle(), getTranslation("gradebook.own.lead", named(own.book()))).above(crumbs),
                new ExplanationPanel(own.book(), own.total(), null));
    }

    /** A run that is called like its course is named once. */
    private static String named(RunBook book) {
        String run = book.run().title();
        return run.equals(book.course()) ? run : book.course() + ", " + run;
    }
}

package org.collegium.enrolment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseStudioPage;
import org.collegium.courses.Courses;
import org.collegium.courses.RunField;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.RunGroup;
import org.collegium.enrolment.RunGroupId;
import org.collegium.enrolment.RunGroups;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;

/** The groups of a run, by name. */
@Route(value = GroupPlaces.LIST, layout = MainLayout.class)
@PermitAll
@ViewPermission(EnrolmentPermissions.GROUPS)
class RunGroupsView extends CourseStudioPage implements BeforeEnterObserver {

    private static final int ROWS = 25;

    private final transient Courses courses;
    private final transient CourseRuns runs;
    private final transient RunGroups groups;
    private final RunField run = new RunField(getTranslation("enrolment.groups.run"));
    private final Div list = new Div();
    private int page;

    RunGroupsView(Courses courses, CourseRuns runs, RunGroups groups) {
        this.courses = courses;
        this.runs = runs;
        this.groups = groups;
        name(getTranslation("enrolment.groups.title"));
        run.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                CourseRun chosen = change.getValue();
                UI.getCurrent()
                        .navigate(GroupPlaces.list(chosen.course(), chosen.id()).substring(1));
            }
        });
        list.addClassName("c-studio");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course =
                courses.find(course(event.getRouteParameters())).orElseThrow(NotFoundException::new);
        QueryParameters query = event.getLocation().getQueryParameters();
        List<CourseRun> all = runs.ofCourse(course.id());
        content().removeAll();
        PageHeader header =
                new PageHeader(getPageTitle(), getTranslation("enrolment.groups.lead")).above(crumbs(course));
        content().add(header);
        if (all.isEmpty()) {
            content().add(empty("enrolment.groups.no-runs"));
            return;
        }
        header.withActions(new Button(getTranslation("enrolment.groups.add"), Glyph.PLUS.create(), click -> add()));
        run.offer(all, query);
        page = PageLinks.asked(query);
        Div filters = new Div(run);
        filters.addClassName("c-filters");
        filters.setVisible(all.size() > 1);
        content().add(filters, list);
        show();
    }

    private void show() {
        CourseRun chosen = run.getValue();
        int count = groups.count(chosen.id());
        page = PageLinks.shown(page, ROWS, count);
        list.removeAll();
        List<RunGroup> found = groups.list(chosen.id(), "", new PageRequest(page * ROWS, ROWS));
        if (found.isEmpty()) {
            list.add(empty("enrolment.groups.none"));
            return;
        }
        GroupTable table = new GroupTable("enrolment.group.name", "enrolment.group.members", "enrolment.group.acts");
        found.forEach(group -> table.row(
                new Anchor(GroupPlaces.group(chosen.course(), chosen.id(), group.id()), new Span(group.name())),
                new Span(getTranslation("enrolment.group.count", group.members())),
                acts(group)));
        list.add(
                table,
                new PageLinks(
                        page,
                        ROWS,
                        count,
                        number -> GroupPlaces.list(chosen.course(), chosen.id()) + "&page=" + (number + 1)));
    }

    private Component acts(RunGroup group) {
        Div acts = new Div(
                act(Glyph.PENCIL, getTranslation("enrolment.group.rename.of", group.name()), () -> rename(group)),
                act(Glyph.TRASH_2, getTranslation("enrolment.group.delete.of", group.name()), () -> delete(group)));
        acts.addClassName("c-studio-actions");
        return acts;
    }

    static Button act(Glyph glyph, String label, Runnable act) {
        Button button = new Button(glyph.create(), click -> act.run());
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.addThemeNames("tertiary");
        return button;
    }

    private void add() {
        CourseRun chosen = run.getValue();
        new GroupNameDialog(getTranslation("enrolment.groups.add"), "", name -> {
                    RunGroupId group = groups.create(chosen.id(), name);
                    UI.getCurrent()
                            .navigate(GroupPlaces.group(chosen.course(), chosen.id(), group)
                                    .substring(1));
                })
                .open();
    }

    private void rename(RunGroup group) {
        CourseRun chosen = run.getValue();
        new GroupNameDialog(getTranslation("enrolment.group.rename.of", group.name()), group.name(), name -> {
                    groups.rename(chosen.id(), group.id(), name);
                    show();
                })
                .open();
    }

    private void delete(RunGroup group) {
        CourseRun chosen = run.getValue();
        new ConfirmWithConsequences(
                        getTranslation("enrolment.group.delete.title", group.name()),
                        List.of(
                                getTranslation("enrolment.group.delete.members", group.members()),
                                getTranslation("enrolment.group.delete.given")),
                        getTranslation("enrolment.group.delete"),
                        () -> {
                            try {
                                groups.delete(chosen.id(), group.id());
                                Toasts.show(getTranslation("enrolment.group.deleted", group.name()));
                            } catch (RuleViolation violation) {
                                Toasts.problem(getTranslation(
                                        violation.code(), violation.arguments().toArray()));
                            }
                            show();
                        })
                .open();
    }

    private EmptyState empty(String key) {
        return new EmptyState(Illustration.SIGNPOST, getTranslation(key + ".title"), getTranslation(key + ".text"));
    }
}

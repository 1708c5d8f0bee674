package org.collegium.enrolment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseStudioPage;
import org.collegium.courses.Courses;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.RunGroup;
import org.collegium.enrolment.RunGroups;
import org.collegium.enrolment.RunPerson;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** Who is in a group of a run; the address holds what is looked for. */
@Route(value = GroupPlaces.GROUP, layout = MainLayout.class)
@PermitAll
@ViewPermission(EnrolmentPermissions.GROUPS)
class RunGroupView extends CourseStudioPage implements BeforeEnterObserver {

    private static final int ROWS = 25;

    private final transient Courses courses;
    private final transient GroupPlaces places;
    private final transient RunGroups groups;
    private final TextField search = new TextField();
    private final Paragraph found = new Paragraph();
    private final Div list = new Div();
    private @Nullable CourseRunId run;
    private @Nullable RunGroup group;
    private String path = "";
    private int page;

    RunGroupView(Courses courses, GroupPlaces places, RunGroups groups) {
        this.courses = courses;
        this.places = places;
        this.groups = groups;
        search.setLabel(getTranslation("enrolment.group.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                page = 0;
                PageAddress.follow(path, query());
                show();
            }
        });
        found.addClassNames("c-muted", "c-small");
        found.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course =
                courses.find(course(event.getRouteParameters())).orElseThrow(NotFoundException::new);
        CourseRun chosen = places.run(event.getRouteParameters()).orElseThrow(NotFoundException::new);
        RunGroup opened = groups.find(chosen.id(), GroupPlaces.group(event.getRouteParameters()))
                .orElseThrow(NotFoundException::new);
        run = chosen.id();
        group = opened;
        path = event.getLocation().getPath();
        QueryParameters query = event.getLocation().getQueryParameters();
        search.setValue(query.getSingleParameter("q").orElse(""));
        page = PageLinks.asked(query);
        name(opened.name());
        Button add = new Button(
                getTranslation("enrolment.group.members.add"), Glyph.PLUS.create(), click -> add(chosen.id(), opened));
        add.addThemeNames("primary");
        Div filters = new Div(search);
        filters.addClassName("c-filters");
        content().removeAll();
        content()
                .add(
                        new PageHeader(opened.name(), getTranslation("enrolment.group.lead", chosen.title()))
                                .above(crumbs(
                                        course,
                                        new Crumb(
                                                GroupPlaces.list(course.id(), chosen.id()),
                                                getTranslation("enrolment.groups.title"))))
                                .withActions(add),
                        filters,
                        found,
                        list);
        show();
    }

    private void show() {
        CourseRunId of = run;
        RunGroup opened = group;
        if (of == null || opened == null) {
            return;
        }
        String text = search.getValue();
        int all = groups.countMembers(of, opened.id(), text);
        page = PageLinks.shown(page, ROWS, all);
        List<RunPerson> members = groups.members(of, opened.id(), text, new PageRequest(page * ROWS, ROWS));
        found.setText(getTranslation("enrolment.group.count", all));
        list.removeAll();
        if (members.isEmpty()) {
            String key = text.isBlank() ? "enrolment.group.none" : "enrolment.group.nothing-found";
            list.add(new EmptyState(
                    text.isBlank() ? Illustration.SIGNPOST : Illustration.SEARCH,
                    getTranslation(key + ".title"),
                    getTranslation(key + ".text")));
            return;
        }
        GroupTable table = new GroupTable("enrolment.group.learner", "enrolment.group.acts");
        members.forEach(member -> table.row(
                stack(new Span(member.name()), muted(member.email())),
                RunGroupsView.act(
                        Glyph.TRASH_2,
                        getTranslation("enrolment.group.remove.of", member.name()),
                        () -> remove(of, opened, member))));
        list.add(table, new PageLinks(page, ROWS, all, this::address));
    }

    private void add(CourseRunId of, RunGroup opened) {
        new GroupMembersDialog(groups, of, opened, count -> {
                    Toasts.show(getTranslation("enrolment.group.members.added", count));
                    show();
                })
                .open();
    }

    private void remove(CourseRunId of, RunGroup opened, RunPerson member) {
        told(() -> {
            groups.remove(of, opened.id(), member.id());
            Toasts.withUndo(
                    getTranslation("enrolment.group.removed", member.name()),
                    () -> told(() -> groups.add(of, opened.id(), List.of(member.id()))));
        });
    }

    private void told(Runnable act) {
        try {
            act.run();
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
        show();
    }

    private Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        return query;
    }

    private String address(int number) {
        Map<String, String> query = query();
        query.put("page", String.valueOf(number + 1));
        return "/" + new Location(path, QueryParameters.simple(query)).getPathWithQueryParameters();
    }
}

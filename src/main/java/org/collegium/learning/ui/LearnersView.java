package org.collegium.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.RunField;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.WaitingLists;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.learning.AttentionRule;
import org.collegium.learning.LearnerFilter;
import org.collegium.learning.LearnerFilter.Sort;
import org.collegium.learning.LearnerProgress;
import org.collegium.learning.LearningPermissions;
import org.collegium.learning.RunLearners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.CardsOnPhone;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.jspecify.annotations.Nullable;

/** The learners of a course's runs; the URL holds run, search and order. */
@Route(value = "studio/courses/:course/learners", layout = MainLayout.class)
@PermitAll
@ViewPermission(LearningPermissions.VIEW_LEARNERS)
class LearnersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final CourseId NONE = new CourseId(new UUID(0, 0));

    private final transient RunLearners learners;
    private final transient CourseRuns runs;
    private final transient Access access;
    private final RunField run = new RunField(getTranslation("learning.learners.run"));
    private final TextField search = new TextField();
    private final Checkbox attention = new Checkbox();
    private final Select<Sort> sort = new Select<>();
    private final Paragraph count = new Paragraph();
    private final Grid<LearnerProgress> grid = new Grid<>();
    private final Div list = new Div();
    private final Div line = new Div();
    private final transient WaitingLists waiting;
    private final Div head = new Div();
    private final transient Courses courses;
    private CourseId course = NONE;
    private String path = "";

    LearnersView(RunLearners learners, WaitingLists waiting, Courses courses, CourseRuns runs, Access access) {
        this.learners = learners;
        this.waiting = waiting;
        this.courses = courses;
        this.runs = runs;
        this.access = access;
        describeFilters();
        describeGrid();
        Paragraph rule = new Paragraph(getTranslation(
                "learning.learners.attention.rule", AttentionRule.SILENCE.toDays(), AttentionRule.FAILURES));
        rule.addClassNames("c-muted", "c-small");
        Div filters = new Div(run, search, sort, attention);
        filters.addClassName("c-filters");
        add(head, filters, rule, count, list, line);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("learning.learners.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        path = event.getLocation().getPath();
        course = StaffAddress.course(event.getRouteParameters());
        boolean staff = access.mayAnywhere(CoursesPermissions.VIEW_DRAFT);
        List<CourseRun> all = staff ? runs.ofCourse(course) : runs.openRuns(course);
        PageHeader header = new PageHeader(getPageTitle(), getTranslation("learning.learners.lead"));
        if (staff) {
            header.above(StaffCrumbs.to(courses.find(course).orElseThrow(NotFoundException::new)));
        }
        head.removeAll();
        head.add(header);
        QueryParameters query = event.getLocation().getQueryParameters();
        run.offer(all, query);
        search.setValue(query.getSingleParameter("q").orElse(""));
        attention.setValue(query.getParameters().containsKey("attention"));
        sort.setValue(query.getSingleParameter("sort").map(LearnersView::sortOf).orElse(Sort.NAME));
        show();
    }

    private void describeFilters() {
        run.addValueChangeListener(change -> changed(change.isFromClient()));
        search.setLabel(getTranslation("learning.learners.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        attention.setLabel(getTranslation("learning.learners.attention"));
        attention.addValueChangeListener(change -> changed(change.isFromClient()));
        sort.setLabel(getTranslation("learning.learners.sort"));
        sort.setItems(Sort.values());
        sort.setItemLabelGenerator(one -> getTranslation("learning.learners.sort." + key(one)));
        sort.addValueChangeListener(change -> changed(change.isFromClient()));
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
    }

    private void describeGrid() {
        LearnerCells cells = new LearnerCells(this);
        Grid.Column<LearnerProgress> card = grid.addComponentColumn(learner -> cells.card(learner, address(learner)));
        column("name", learner -> cells.name(learner, address(learner)), 6);
        column("progress", cells::progress, 5);
        column("last", cells::last, 1);
        column("joined", cells::joined, 1);
        column("attention", cells::attention, 4);
        CardsOnPhone.of(grid, card);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
    }

    private void column(String key, ValueProvider<LearnerProgress, Component> cell, int grow) {
        grid.addComponentColumn(cell)
                .setHeader(getTranslation("learning.learners.column." + key))
                .setFlexGrow(grow);
    }

    private String address(LearnerProgress learner) {
        return LearningNavigation.learner(course, run.getValue().id(), learner.learner());
    }

    private void line(@Nullable CourseRun chosen) {
        line.removeAll();
        if (chosen != null
                && access.mayFor(EnrolmentPermissions.VIEW, chosen.partner().value())) {
            Optional.ofNullable(waiting.counts(List.of(chosen.id())).get(chosen.id()))
                    .map(all -> new WaitingSection(all, page -> waiting.in(chosen.id(), page)))
                    .ifPresent(line::add);
        }
    }

    private void show() {
        list.removeAll();
        CourseRun chosen = run.getValue();
        line(chosen);
        if (chosen == null) {
            count.setText("");
            list.add(empty("learning.learners.no-runs"));
            return;
        }
        int found = learners.count(chosen.id(), filter());
        count.setText(getTranslation("learning.learners.count", found));
        if (found == 0) {
            list.add(empty("learning.learners.empty"));
            return;
        }
        grid.setItems(query -> fetch(chosen, query), query -> learners.count(chosen.id(), filter()));
        list.add(grid);
    }

    private Stream<LearnerProgress> fetch(CourseRun chosen, Query<LearnerProgress, Void> query) {
        return learners.list(chosen.id(), filter(), new PageRequest(query.getOffset(), query.getLimit())).stream();
    }

    private LearnerFilter filter() {
        Sort by = Objects.requireNonNullElse(sort.getValue(), Sort.NAME);
        boolean ascending = by == Sort.NAME || by == Sort.LAST_ACTIVITY;
        return new LearnerFilter(search.getValue(), attention.getValue(), by, ascending);
    }

    private EmptyState empty(String key) {
        return new EmptyState(Illustration.SEARCH, getTranslation(key + ".title"), getTranslation(key + ".text"));
    }

    private void changed(boolean byPerson) {
        if (!byPerson) {
            return;
        }
        Map<String, String> query = new HashMap<>();
        if (run.isVisible() && run.getValue() != null) {
            query.put("run", run.getValue().id().toString());
        }
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        if (attention.getValue()) {
            query.put("attention", "");
        }
        if (sort.getValue() != null && sort.getValue() != Sort.NAME) {
            query.put("sort", key(sort.getValue()));
        }
        PageAddress.follow(path, query);
        show();
    }

    private static String key(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static Sort sortOf(String key) {
        return Stream.of(Sort.values())
                .filter(one -> key(one).equals(key))
                .findFirst()
                .orElse(Sort.NAME);
    }
}

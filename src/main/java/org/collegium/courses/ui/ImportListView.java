package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.importing.ImportJob;
import org.collegium.courses.importing.ImportJobs;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Polling;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.jspecify.annotations.Nullable;

/** The imports of one's partners, or those of one course, as they go on and as they ended. */
@Route(value = CoursesNavigation.IMPORTS, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class ImportListView extends StudioView implements BeforeEnterObserver {

    private static final int ROWS = 25;
    private static final Duration OFTEN = Duration.ofSeconds(2);
    private static final List<String> COLUMNS = List.of("source", "state", "begun");

    private final transient ImportJobs imports;
    private final transient Partners partners;
    private final Div found = new Div();
    private final Polling polling = new Polling(this, this::show);
    private transient @Nullable CourseId course;
    private int page;
    private List<String> shown = List.of("");

    ImportListView(ImportJobs imports, Partners partners) {
        this.imports = imports;
        this.partners = partners;
        name(getTranslation("courses.importing.list.title"));
        found.addClassName("c-studio");
        Div content = new Div(
                new PageHeader(getPageTitle(), getTranslation("courses.importing.list.lead"))
                        .above(crumbs())
                        .withActions(button(
                                CoursesNavigation.importing(),
                                getTranslation("courses.list.import"),
                                Glyph.UPLOAD.create())),
                found);
        content.addClassName("c-studio");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        page = PageLinks.asked(query);
        course = query.getSingleParameter("course")
                .flatMap(ImportListView::id)
                .map(CourseId::new)
                .orElse(null);
        shown = List.of("");
        show();
    }

    private void show() {
        int all = imports.count(course);
        page = PageLinks.shown(page, ROWS, all);
        List<ImportJob> rows = imports.list(course, new PageRequest(page * ROWS, ROWS));
        polling.whilst(rows.stream().anyMatch(ImportJob::goesOn), OFTEN);
        List<String> told = rows.stream()
                .map(job -> job.id() + " " + job.phase() + " " + job.end())
                .toList();
        if (told.equals(shown)) {
            return;
        }
        shown = told;
        found.removeAll();
        if (rows.isEmpty()) {
            found.add(new EmptyState(
                    Illustration.BOOK,
                    getTranslation("courses.importing.list.none.title"),
                    getTranslation("courses.importing.list.none.text")));
        } else {
            found.add(table(rows), new PageLinks(page, ROWS, all, number -> CoursesNavigation.imports(course, number)));
        }
    }

    private Component table(List<ImportJob> rows) {
        Map<PartnerId, String> names =
                partners.find(rows.stream().map(ImportJob::partner).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Partner::id, one -> one.data().name()));
        NativeTable table = new NativeTable();
        table.addClassNames("c-table", "c-studio-courses");
        NativeTableRow head = table.getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("courses.importing.list." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        for (ImportJob job : rows) {
            NativeTableRow line = table.getBody().addRow();
            Span more = new Span(names.getOrDefault(job.partner(), ""));
            more.addClassNames("c-muted", "c-small");
            Div source = new Div(link(CoursesNavigation.running(job.id()), job.name()), more);
            source.addClassName("c-studio-stack");
            cell(line, "source", source);
            cell(line, "state", state(job));
            cell(line, "begun", new Moment(job.begunAt()));
        }
        return table;
    }

    private void cell(NativeTableRow line, String column, Component content) {
        NativeTableCell cell = new NativeTableCell();
        cell.add(content);
        cell.getElement().setAttribute("data-label", getTranslation("courses.importing.list." + column));
        line.add(cell);
    }

    private Component state(ImportJob job) {
        if (job.end() == null) {
            return new StatusBadge(
                    Status.WAITING,
                    getTranslation("courses.importing.phase." + job.phase().name()));
        }
        Status status = job.end().kept()
                ? Status.GOOD
                : switch (job.end()) {
                    case CANCELLED -> Status.NEUTRAL;
                    case CONFLICTING -> Status.WAITING;
                    default -> Status.BAD;
                };
        return new StatusBadge(
                status, getTranslation("courses.importing.end." + job.end().name()));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

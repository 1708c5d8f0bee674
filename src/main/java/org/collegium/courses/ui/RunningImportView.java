package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.courses.EditedThings;
import org.collegium.courses.ImportResult;
import org.collegium.courses.PastImport;
import org.collegium.courses.PastImport.End;
import org.collegium.courses.RunningImport;
import org.collegium.courses.RunningImport.State;
import org.collegium.courses.RunningImports;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Polling;
import org.collegium.source.ImportFault;
import org.jspecify.annotations.Nullable;

/** An import as it goes on, and what became of it. One may leave it and come back by its address. */
@Route(value = CoursesNavigation.IMPORT + "/:import", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class RunningImportView extends StudioView implements BeforeEnterObserver {

    private static final Duration OFTEN = Duration.ofMillis(500);

    private final transient RunningImports imports;
    private final transient Drafts drafts;
    private final transient FaultTexts texts;
    private final Div content = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph at = new Paragraph();
    private transient @Nullable RunningImport running;
    private final Polling polling = new Polling(this, this::update);
    private @Nullable UUID silent;
    private boolean ended;

    RunningImportView(RunningImports imports, Drafts drafts, FaultTexts texts) {
        this.imports = imports;
        this.drafts = drafts;
        this.texts = texts;
        content.addClassName("c-studio");
        at.addClassNames("c-muted", "c-small");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<UUID> id = named(event.getRouteParameters());
        if (id.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        Optional<RunningImport> found = id.flatMap(imports::find);
        Optional<PastImport> before = found.isPresent() ? Optional.empty() : id.flatMap(imports::past);
        if (found.isEmpty() && before.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        before.ifPresent(this::tell);
        found.ifPresent(now -> {
            running = now;
            name(getTranslation("courses.running.title", now.name()));
            begin(now);
        });
    }

    /** What is known after a restart of the platform, which ends imports, and of those that ended long ago. */
    private void tell(PastImport past) {
        silent = past.end() == End.UNCERTAIN ? past.id() : null;
        ended = silent == null;
        String told = "courses.past." + past.end().name();
        name(getTranslation(told + ".title", past.name()));
        Div actions = new Div();
        actions.addClassName("c-studio-actions");
        past.changed().ifPresent(course -> actions.add(toDraft(CoursesNavigation.course(course))));
        if (past.end() == End.INTERRUPTED || past.end() == End.NOT_KEPT) {
            actions.add(
                    button(CoursesNavigation.importing(), getTranslation("courses.past.again"), Glyph.UPLOAD.create()));
        }
        content.removeAll();
        content.add(header(getPageTitle(), getTranslation(told + ".text")), actions);
        if (!ended) {
            bar.setIndeterminate(true);
            bar.getElement().setAttribute("aria-label", getPageTitle());
            content.add(bar);
        }
        polling.whilst(!ended, OFTEN);
    }

    private void begin(RunningImport shown) {
        ended = false;
        polling.every(OFTEN);
        Button end = new Button(getTranslation("courses.running.end"), click -> shown.end());
        end.setDisableOnClick(true);
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getPageTitle());
        content.removeAll();
        content.add(header(getPageTitle(), getTranslation("courses.running.lead")), bar, at, new Div(end));
        update();
    }

    private void update() {
        if (silent != null) {
            imports.past(silent).ifPresent(this::tell);
            return;
        }
        if (running == null || ended) {
            return;
        }
        RunningImport now = running;
        if (now.state() == State.ENDED || now.state() == State.FAILED) {
            ended = true;
            polling.stop();
            content.removeAll();
            now.result().ifPresentOrElse(result -> show(now, result), () -> failed(now));
            return;
        }
        bar.setIndeterminate(now.state() == State.WAITING);
        bar.setValue(now.part());
        at.setText(
                now.state() == State.WAITING
                        ? getTranslation("courses.running.waiting")
                        : now.file().isEmpty()
                                ? getTranslation("courses.running.keeping")
                                : getTranslation("courses.running.at", now.file()));
    }

    private void show(RunningImport now, ImportResult result) {
        Div actions = new Div();
        actions.addClassName("c-studio-actions");
        String outcome = switch (result) {
            case ImportResult.Created created -> {
                actions.add(toDraft(CoursesNavigation.course(created.course())));
                yield "created";
            }
            case ImportResult.Updated updated -> {
                actions.add(toDraft(CoursesNavigation.course(updated.course())));
                yield "updated";
            }
            case ImportResult.Unchanged unchanged -> {
                actions.add(toDraft(CoursesNavigation.course(unchanged.course())));
                yield "unchanged";
            }
            case ImportResult.Conflicting conflicting -> {
                actions.add(
                        new Button(
                                getTranslation("courses.running.replace"), click -> again(now, EditedThings.REPLACE)),
                        button(
                                CoursesNavigation.course(conflicting.course()),
                                getTranslation("courses.running.keep"),
                                Glyph.ARROW_RIGHT.create()));
                yield "conflicting";
            }
            case ImportResult.Refused refused -> {
                actions.add(toImport());
                yield "refused";
            }
            case ImportResult.Cancelled cancelled -> {
                actions.add(toImport());
                yield "cancelled";
            }
        };
        String things = result instanceof ImportResult.Conflicting(var course, var all, var report)
                ? String.join(", ", all)
                : "";
        content.add(
                header(
                        getTranslation("courses.result." + outcome + ".title", now.name()),
                        getTranslation("courses.result." + outcome + ".text", things)),
                actions,
                new ReportPanel(result.report(), texts, places(result)));
    }

    /** What was imported can be looked at; of what was refused nothing was kept. */
    private Function<ImportFault, Optional<String>> places(ImportResult result) {
        Optional<CourseId> course = switch (result) {
            case ImportResult.Created created -> Optional.of(created.course());
            case ImportResult.Updated updated -> Optional.of(updated.course());
            case ImportResult.Unchanged unchanged -> Optional.of(unchanged.course());
            case ImportResult.Conflicting _, ImportResult.Refused _, ImportResult.Cancelled _ -> Optional.empty();
        };
        return course.flatMap(drafts::find)
                .<Function<ImportFault, Optional<String>>>map(draft ->
                        fault -> CourseReportView.address(draft.course().id(), draft.manifest(), fault))
                .orElse(fault -> Optional.empty());
    }

    private void failed(RunningImport now) {
        Div actions = new Div(
                new Button(getTranslation("courses.running.again"), click -> again(now, EditedThings.KEEP)),
                toImport());
        actions.addClassName("c-studio-actions");
        content.add(
                header(
                        getTranslation("courses.result.failed.title", now.name()),
                        getTranslation("courses.result.failed.text", now.id().toString())),
                actions);
    }

    private void again(RunningImport now, EditedThings edits) {
        imports.again(now.id(), edits);
        begin(now);
    }

    private Component header(String title, String lead) {
        return new PageHeader(title, lead)
                .above(crumbs(new Crumb(CoursesNavigation.importing(), getTranslation("courses.import.title"))));
    }

    private Component toDraft(String address) {
        Component anchor = button(address, getTranslation("courses.running.open"), Glyph.ARROW_RIGHT.create());
        anchor.addClassName("c-button-primary");
        return anchor;
    }

    private Component toImport() {
        return button(CoursesNavigation.importing(), getTranslation("courses.running.other"), Glyph.UPLOAD.create());
    }

    /** The id of the import that an address names. */
    static Optional<UUID> named(RouteParameters address) {
        return address.get("import").flatMap(RunningImportView::id);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

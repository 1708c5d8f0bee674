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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.EditedThings;
import org.collegium.courses.ImportPhase;
import org.collegium.courses.ImportResult;
import org.collegium.courses.importing.ImportEnd;
import org.collegium.courses.importing.ImportJob;
import org.collegium.courses.importing.ImportJobs;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Polling;
import org.collegium.shared.ui.Toasts;
import org.collegium.source.ImportFault;
import org.jspecify.annotations.Nullable;

/** An import as it goes on, and what became of it. One may leave it and come back by its address. */
@Route(value = CoursesNavigation.IMPORT + "/:import", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class RunningImportView extends StudioView implements BeforeEnterObserver {

    private static final Duration OFTEN = Duration.ofMillis(700);
    private static final String FETCHED = "GIT";

    private final transient ImportJobs imports;
    private final transient Drafts drafts;
    private final transient FaultTexts texts;
    private final Div content = new Div();
    private final Div phases = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph at = new Paragraph();
    private final Paragraph said = new Paragraph();
    private final Polling polling = new Polling(this, this::update);
    private @Nullable UUID shown;
    private @Nullable ImportPhase told;
    private boolean cancelling;

    RunningImportView(ImportJobs imports, Drafts drafts, FaultTexts texts) {
        this.imports = imports;
        this.drafts = drafts;
        this.texts = texts;
        content.addClassName("c-studio");
        at.addClassNames("c-muted", "c-small", "c-import-file");
        said.addClassName("c-hidden");
        said.getElement().setAttribute("role", "status");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<ImportJob> found = named(event.getRouteParameters()).flatMap(imports::find);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        ImportJob job = found.get();
        shown = job.id();
        name(getTranslation("courses.running.title", job.name()));
        if (job.goesOn()) {
            follow(job);
        } else {
            tell(job);
        }
    }

    private void follow(ImportJob job) {
        told = null;
        cancelling = job.cancelled();
        Button end = new Button(getTranslation("courses.running.end"), Glyph.X.create(), click -> {
            imports.cancel(job.id());
            cancelling = true;
            update();
        });
        end.setDisableOnClick(true);
        end.setEnabled(!cancelling);
        bar.getElement().setAttribute("aria-label", getPageTitle());
        content.removeAll();
        content.add(
                header(getPageTitle(), getTranslation("courses.running.lead")), phases, bar, at, said, new Div(end));
        progress(job);
        polling.every(OFTEN);
    }

    private void update() {
        if (shown == null) {
            return;
        }
        Optional<ImportJob> now = imports.find(shown);
        if (now.isEmpty()) {
            polling.stop();
        } else if (now.get().goesOn()) {
            progress(now.get());
        } else {
            tell(now.get());
        }
    }

    private void progress(ImportJob job) {
        if (told != job.phase()) {
            told = job.phase();
            phases.removeAll();
            phases.add(new ImportPhases(job, job.way().equals(FETCHED)));
            said.setText(getTranslation("courses.importing.phase." + job.phase().name()));
        }
        bar.setIndeterminate(job.part().isEmpty());
        bar.setValue(job.part().orElse(0.0));
        at.setText(
                cancelling
                        ? getTranslation("courses.running.ending")
                        : job.phase() == ImportPhase.WAITING
                                ? getTranslation("courses.running.waiting")
                                : job.file().isEmpty()
                                        ? getTranslation("courses.importing.phase."
                                                + job.phase().name())
                                        : job.total() > 0
                                                ? getTranslation(
                                                        "courses.importing.at.of", job.file(), job.done(), job.total())
                                                : getTranslation("courses.importing.at", job.file(), job.done()));
    }

    private void tell(ImportJob job) {
        polling.stop();
        content.removeAll();
        if (job.end() == ImportEnd.FAILED) {
            failed(job);
        } else {
            imports.result(job.id()).ifPresent(result -> show(job, result));
        }
        imports.seen(job.id());
    }

    private void show(ImportJob job, ImportResult result) {
        ImportEnd end = Objects.requireNonNull(job.end());
        Div actions = new Div();
        actions.addClassName("c-studio-actions");
        if (end.kept()) {
            job.ofCourse().ifPresent(course -> actions.add(toDraft(CoursesNavigation.course(course))));
        } else if (result instanceof ImportResult.Conflicting conflicting) {
            actions.add(
                    new Button(getTranslation("courses.running.replace"), click -> again(job, EditedThings.REPLACE)),
                    button(
                            CoursesNavigation.course(conflicting.course()),
                            getTranslation("courses.running.keep"),
                            Glyph.ARROW_RIGHT.create()));
        } else {
            actions.add(toImport());
        }
        String things =
                result instanceof ImportResult.Conflicting conflicting ? String.join(", ", conflicting.things()) : "";
        String key = "courses.result." + end.name().toLowerCase(Locale.ROOT);
        content.add(
                header(
                        getTranslation(key + ".title", job.name()),
                        getTranslation(key + ".text", things) + course(job, end)),
                actions,
                new ReportPanel(result.report(), texts, places(job, end)));
    }

    /** Which course it is: another source of the same name goes to the course that there is. */
    private String course(ImportJob job, ImportEnd end) {
        return draft(job, end)
                .map(draft -> " "
                        + getTranslation(
                                "courses.result.of", draft.manifest().metadata().title()))
                .orElse("");
    }

    private Optional<Draft> draft(ImportJob job, ImportEnd end) {
        return job.ofCourse().filter(course -> end.kept()).flatMap(drafts::find);
    }

    /** What was imported can be looked at; of what was refused nothing was kept. */
    private Function<ImportFault, Optional<ReportWay>> places(ImportJob job, ImportEnd end) {
        return draft(job, end)
                .map(draft -> ReportWay.in(draft.course().id(), draft.manifest(), true))
                .orElse(fault -> Optional.empty());
    }

    private void failed(ImportJob job) {
        Div actions = new Div();
        if (imports.isThere(job.id())) {
            actions.add(new Button(getTranslation("courses.running.again"), click -> again(job, job.edits())));
        }
        actions.add(job.way().equals(FETCHED) ? toRepository() : toImport());
        actions.addClassName("c-studio-actions");
        content.add(header(getTranslation("courses.result.failed.title", job.name()), failure(job)), actions);
    }

    private String failure(ImportJob job) {
        String code = String.valueOf(job.failure());
        return code.startsWith(FETCHED + "_")
                ? getTranslation("courses.git.failure." + code.substring(FETCHED.length() + 1), job.failureText())
                : getTranslation("courses.importing.failure." + code, job.failureText());
    }

    private void again(ImportJob job, EditedThings edits) {
        try {
            imports.again(job.id(), edits);
            imports.find(job.id()).filter(ImportJob::goesOn).ifPresent(this::follow);
        } catch (RuleViolation gone) {
            Toasts.show(getTranslation(gone.code(), gone.arguments().toArray()));
        }
    }

    private Component header(String title, String lead) {
        return new PageHeader(title, lead)
                .above(crumbs(new Crumb(CoursesNavigation.imports(), getTranslation("courses.importing.list.title"))));
    }

    private Component toDraft(String address) {
        Component anchor = button(address, getTranslation("courses.running.open"), Glyph.ARROW_RIGHT.create());
        anchor.addClassName("c-button-primary");
        return anchor;
    }

    private Component toRepository() {
        return button(
                CoursesNavigation.fromGit(), getTranslation("courses.running.repository"), Glyph.GIT_BRANCH.create());
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

package org.collegium.labs.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import org.collegium.activity.Readiness;
import org.collegium.courses.CourseReference;
import org.collegium.identity.ViewPermission;
import org.collegium.labs.LabsNavigation;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.authoring.LabChecks;
import org.collegium.labs.authoring.LabTrials;
import org.collegium.labs.ui.TrialPanel;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.BoundedUpload;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Polling;
import org.collegium.shared.ui.UploadTroubles;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** A lab of a draft: what its check gave, and what a piece of work would get. */
@Route(value = LabStudioView.LAB, layout = MainLayout.class)
@PermitAll
@ViewPermission(LabsPermissions.TRY)
class LabView extends LabStudioView {

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final Duration OFTEN = Duration.ofSeconds(2);

    private final transient LabChecks checks;
    private final transient LabTrials trials;
    private final Div check = new Div();
    private final Paragraph refused = new Paragraph();
    private transient StudioLabs.@Nullable Placed lab;
    private transient @Nullable Readiness shown;
    private final Polling polling = new Polling(this, this::follow);

    LabView(StudioLabs labs, LabChecks checks, LabTrials trials) {
        super(labs);
        this.checks = checks;
        this.trials = trials;
        check.getElement().setAttribute("role", "status");
        refused.getElement().setAttribute("role", "alert");
        refused.addClassName("lab-refused");
    }

    @Override
    void show(CourseReference course, BeforeEnterEvent event) {
        StudioLabs.Placed placed = labs().lab(course.id(), unit(event));
        lab = placed;
        name(getTranslation("labs.studio.lab.title", placed.unit().title()));
        labs().haveTried(course.id());
        PageHeader header = new PageHeader(placed.unit().title(), getTranslation("labs.studio.lab.lead"))
                .above(crumbs(course, null))
                .withActions(
                        button(
                                LabsNavigation.labs(course.id().value()),
                                getTranslation("labs.studio.title"),
                                Glyph.FLASK_CONICAL),
                        button(
                                LabsNavigation.preview(
                                        course.id().value(), placed.unit().key()),
                                getTranslation("labs.studio.try"),
                                Glyph.EYE));
        Section checked = new Section(new H2(getTranslation("labs.check.title")), check);
        checked.addClassName("c-surface");
        content().add(header, checked, trial(placed));
        shown = null;
        follow();
    }

    private void follow() {
        StudioLabs.Placed placed = lab;
        if (placed == null) {
            return;
        }
        Readiness now = checks.of(placed.place().course());
        if (!now.equals(shown)) {
            shown = now;
            check.removeAll();
            check.add(new CheckPanel(now, checks.result(placed.place().course())));
        }
        polling.whilst(now instanceof Readiness.Trying || now instanceof Readiness.Waiting, OFTEN);
    }

    private Component trial(StudioLabs.Placed placed) {
        TrialPanel results = new TrialPanel(trials, placed.place());
        Upload upload = new Upload();
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".ipynb");
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button(getTranslation("labs.trial.choose"), Glyph.UPLOAD.create()));
        upload.setDropLabel(new Span(getTranslation("labs.trial.drop")));
        upload.setI18n(texts());
        upload.setUploadHandler(BoundedUpload.inMemory(LARGEST, (metadata, bytes) -> {
            received(placed, metadata.fileName(), bytes, results);
            upload.clearFileList();
        }));
        UploadTroubles.tell(upload, refused::setText);
        Section section = new Section(
                new H2(getTranslation("labs.trial.title")),
                new Paragraph(getTranslation("labs.trial.help")),
                upload,
                refused,
                results);
        section.addClassName("c-surface");
        return section;
    }

    private void received(StudioLabs.Placed placed, String name, byte[] bytes, TrialPanel results) {
        try {
            trials.handIn(labs().person(), placed.place(), SourceFile.of(name, bytes));
            refused.setText("");
        } catch (RuleViolation violation) {
            refused.setText(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
        results.refresh();
    }

    private UploadI18N texts() {
        UploadI18N.Error error = new UploadI18N.Error();
        error.setFileIsTooBig(getTranslation("labs.trial.too-big", LARGEST / 1024 / 1024));
        error.setIncorrectFileType(getTranslation("labs.trial.no-notebook"));
        error.setTooManyFiles(getTranslation("labs.trial.one"));
        UploadI18N words = new UploadI18N();
        words.setError(error);
        return words;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        follow();
    }
}

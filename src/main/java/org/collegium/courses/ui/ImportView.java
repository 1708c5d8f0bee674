package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.PermitAll;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.HandedOver;
import org.collegium.courses.RunningImport;
import org.collegium.courses.RunningImports;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.source.SourceLimits;

/** Where a course is handed over: a zip from anywhere, or, by operators, a folder of the server. */
@Route(value = CoursesNavigation.IMPORT, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class ImportView extends StudioView implements BeforeEnterObserver {

    /** Archives, and what is a course by itself. */
    private static final String[] ACCEPTED = {".zip", ".imscc", ".mbz", ".tar.gz", ".tgz", ".gz", ".md", ".ipynb"};

    private final transient RunningImports imports;
    private final transient OwnPartners own;
    private final PartnerField partner;
    private final Upload upload = new Upload();
    private final TextField path = new TextField();

    ImportView(RunningImports imports, OwnPartners own, Access access) {
        this.imports = imports;
        this.own = own;
        partner = new PartnerField(getTranslation("courses.import.partner"), own, CoursesPermissions.EDIT);
        name(getTranslation("courses.import.title"));
        partner.setHelperText(getTranslation("courses.import.partner.help"));
        partner.addValueChangeListener(change -> upload.setVisible(change.getValue() != null));
        Div content = new Div(
                new PageHeader(getPageTitle(), getTranslation("courses.import.lead")).above(crumbs()),
                new InterruptedImports(imports),
                partner,
                zip());
        if (access.may(CoursesPermissions.IMPORT_FOLDER)) {
            content.add(folder());
        }
        content.addClassNames("c-studio", "c-column-narrow");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("partner")
                .orElse("");
        Optional<Partner> only = own.only(CoursesPermissions.EDIT);
        only.or(() -> own.named(CoursesPermissions.EDIT, wanted)).ifPresent(partner::setValue);
        partner.setVisible(only.isEmpty());
        upload.setVisible(partner.getValue() != null);
    }

    private Component zip() {
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(ACCEPTED);
        upload.setMaxFileSize(
                (int) Math.min(Integer.MAX_VALUE, SourceLimits.standard().totalBytes()));
        upload.setUploadButton(new Button(getTranslation("courses.import.choose"), Glyph.UPLOAD.create()));
        upload.setDropLabel(new Span(getTranslation("courses.import.drop")));
        upload.setI18n(UploadTexts.of(this::getTranslation));
        upload.setUploadHandler(UploadHandler.toFile(
                (metadata, file) -> received(metadata.fileName(), file),
                metadata -> HandedOver.place(metadata.fileName())));
        Section section = new Section(
                new H2(getTranslation("courses.import.zip")),
                new Paragraph(getTranslation("courses.import.zip.help")),
                upload);
        section.addClassName("c-surface");
        return section;
    }

    private void received(String name, File file) {
        Partner chosen = partner.getValue();
        if (chosen == null) {
            HandedOver.discard(file.toPath());
            return;
        }
        follow(imports.beginZip(chosen.id(), file.toPath(), name));
    }

    private Component folder() {
        path.setLabel(getTranslation("courses.import.path"));
        path.setHelperText(getTranslation("courses.import.path.help"));
        path.setWidthFull();
        Button begin = new Button(getTranslation("courses.import.begin"), Glyph.FOLDER_UP.create(), click -> begin());
        Section section = new Section(new H2(getTranslation("courses.import.folder")), path, begin);
        section.addClassNames("c-surface", "c-studio");
        return section;
    }

    private void begin() {
        partner.setInvalid(partner.getValue() == null);
        partner.setErrorMessage(getTranslation("courses.import.partner.missing"));
        path.setInvalid(path.isEmpty());
        path.setErrorMessage(getTranslation("courses.import.path.missing"));
        if (partner.getValue() == null || path.isEmpty()) {
            return;
        }
        try {
            follow(imports.beginPath(
                    partner.getValue().id(), Path.of(path.getValue().strip())));
        } catch (InvalidPathException unreadable) {
            path.setInvalid(true);
        }
    }

    private static void follow(RunningImport running) {
        UI.getCurrent().navigate(CoursesNavigation.running(running.id()).substring(1));
    }
}

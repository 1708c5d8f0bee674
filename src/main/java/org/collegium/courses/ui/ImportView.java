package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.EditedThings;
import org.collegium.courses.importing.CourseUploads;
import org.collegium.courses.importing.ImportJobs;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** Where a course is handed over: a zip from anywhere, or, by operators, a folder of the server. */
@Route(value = CoursesNavigation.IMPORT, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class ImportView extends StudioView implements BeforeEnterObserver {

    private final transient ImportJobs imports;
    private final transient CourseUploads uploads;
    private final transient OwnPartners own;
    private final PartnerField partner;
    private final Div upload = new Div();
    private final TextField path = new TextField();

    ImportView(ImportJobs imports, CourseUploads uploads, OwnPartners own, Access access) {
        this.imports = imports;
        this.uploads = uploads;
        this.own = own;
        partner = new PartnerField(getTranslation("courses.import.partner"), own, CoursesPermissions.EDIT);
        name(getTranslation("courses.import.title"));
        partner.setHelperText(getTranslation("courses.import.partner.help"));
        partner.addValueChangeListener(change -> offer());
        Div content = new Div(
                new PageHeader(getPageTitle(), getTranslation("courses.import.lead"))
                        .above(crumbs())
                        .withActions(button(
                                CoursesNavigation.imports(),
                                getTranslation("courses.importing.list.open"),
                                Glyph.HISTORY.create())),
                new EndedImports(imports),
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
        offer();
    }

    private Component zip() {
        Section section = new Section(
                new H2(getTranslation("courses.import.zip")),
                new Paragraph(getTranslation("courses.import.zip.help")),
                upload);
        section.addClassName("c-surface");
        return section;
    }

    private void offer() {
        upload.removeAll();
        Partner chosen = partner.getValue();
        if (chosen != null) {
            upload.add(new CourseUpload(uploads, chosen.id(), this::offer));
        }
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
            Path there = Path.of(path.getValue().strip()).toAbsolutePath();
            CoursesNavigation.go(CoursesNavigation.running(
                    imports.beginPath(partner.getValue().id(), there.toString(), EditedThings.KEEP)));
        } catch (InvalidPathException unreadable) {
            path.setInvalid(true);
        }
    }
}

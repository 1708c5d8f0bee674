package org.collegium.courses.derived.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.derived.Adaptation;
import org.collegium.courses.derived.DerivedCourses;
import org.collegium.courses.derived.DerivingData;
import org.collegium.courses.derived.ReuseNavigation;
import org.collegium.courses.ui.CoursesNavigation;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.PartnerField;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;

/** Makes a draft of one's own from a published course. */
@Route(value = "studio/library/:course/adapt", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class AdaptView extends ReusePage {

    private final transient CourseVersions versions;
    private final transient DerivedCourses derived;
    private final transient Partners partners;
    private final transient OwnPartners own;

    AdaptView(CourseVersions versions, DerivedCourses derived, Partners partners, OwnPartners own) {
        this.versions = versions;
        this.derived = derived;
        this.partners = partners;
        this.own = own;
    }

    @Override
    boolean show(CourseId id, BeforeEnterEvent event) {
        Optional<CourseVersion> found = versions.latest(id);
        found.ifPresent(course -> {
            CourseMetadata about = course.manifest().metadata();
            String partner = partners.find(course.partner())
                    .map(one -> one.data().name())
                    .orElse("");
            name(getTranslation("courses.adapt.title", about.title()));
            content().addClassName("c-column-narrow");
            content()
                    .add(new PageHeader(getPageTitle(), getTranslation("courses.adapt.lead", partner))
                            .above(crumbs(ReuseNavigation.library(), getTranslation("courses.library.title"))));
            Adaptation adaptation = Adaptation.under(about.licence());
            if (adaptation.allowed()) {
                form(course, adaptation);
            } else {
                content()
                        .add(new Paragraph(getTranslation(
                                "courses.derive.licence." + adaptation,
                                about.licence().isEmpty() ? "—" : about.licence())));
            }
        });
        return found.isPresent();
    }

    private void form(CourseVersion course, Adaptation adaptation) {
        CourseMetadata about = course.manifest().metadata();
        PartnerField partner = new PartnerField(getTranslation("courses.adapt.partner"), own, CoursesPermissions.EDIT);
        TextField title = new TextField(getTranslation("courses.adapt.name"));
        title.setValue(about.title());
        title.setWidthFull();
        TextField key = new TextField(getTranslation("courses.adapt.key"));
        key.setHelperText(getTranslation("courses.adapt.key.help"));
        key.setValue(about.key());
        key.setWidthFull();
        TextArea changes = new TextArea(getTranslation("courses.adapt.changes"));
        changes.setHelperText(getTranslation("courses.adapt.changes.help"));
        changes.setWidthFull();
        own.only(CoursesPermissions.EDIT).ifPresent(only -> {
            partner.setValue(only);
            partner.setVisible(false);
        });
        FieldFaults faults = new FieldFaults(Map.of(
                "courses.derive.title", title,
                "courses.derive.key", key,
                "shared.slug", key,
                "courses.derive.changes", changes));
        Section form = new Section(
                new Paragraph(getTranslation("courses.adapt.licence." + adaptation, about.licence())),
                new Paragraph(getTranslation(
                        derived.comesWhole(course.course()) ? "courses.adapt.with" : "courses.adapt.without")),
                partner,
                title,
                key,
                changes);
        form.addClassNames("c-surface", "c-studio");
        KeptTyping typing = new KeptTyping(form, "adapt/" + course.course())
                .with("title", title)
                .with("key", key)
                .with("changes", changes);
        Button make = new Button(getTranslation("courses.adapt.verb"), Glyph.SAVE.create(), click -> {
            partner.setInvalid(partner.getValue() == null);
            partner.setErrorMessage(getTranslation("courses.derive.partner"));
            if (partner.getValue() == null) {
                return;
            }
            try {
                CourseId made = derived.derive(
                        partner.getValue().id(),
                        course.course(),
                        new DerivingData(title.getValue(), key.getValue(), changes.getValue()));
                typing.forget();
                Toasts.show(getTranslation("courses.adapt.done"));
                go(CoursesNavigation.course(made));
            } catch (RuleViolation violation) {
                faults.tell(violation);
            }
        });
        make.addThemeNames("primary");
        form.add(make);
        content().add(form);
    }
}

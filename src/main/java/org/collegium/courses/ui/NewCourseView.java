package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.authoring.BeginningCourses;
import org.collegium.courses.authoring.NewCourse;
import org.collegium.courses.authoring.ui.LessonTemplates;
import org.collegium.courses.format.Licences;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** Where a course begins with nothing but a title. */
@Route(value = CoursesNavigation.NEW, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class NewCourseView extends StudioView implements BeforeEnterObserver {

    private static final String USUAL_LICENCE = "CC-BY-4.0";

    private final transient BeginningCourses beginning;
    private final transient OwnPartners own;
    private final PartnerField partner;
    private final TextField title = new TextField();
    private final ComboBox<String> language = new ComboBox<>();
    private final ComboBox<String> licence = new ComboBox<>();
    private final Select<String> template = new Select<>();
    private final transient KeptTyping typing;
    private final transient FieldFaults faults;

    NewCourseView(BeginningCourses beginning, OwnPartners own) {
        this.beginning = beginning;
        this.own = own;
        partner = new PartnerField(getTranslation("courses.import.partner"), own, CoursesPermissions.EDIT);
        name(getTranslation("courses.new.heading"));
        describe();
        faults = new FieldFaults(Map.of(
                "courses.new.title", title,
                "courses.new.language", language,
                "courses.new.licence", licence));
        Button begin = new Button(getTranslation("courses.new.begin"), Glyph.PLUS.create(), click -> begin());
        begin.addThemeNames("primary");
        Section fields = new Section(partner, title, language, licence, template, begin);
        fields.addClassNames("c-surface", "c-studio-form");
        typing = new KeptTyping(fields, "course/new")
                .with("title", title)
                .with("language", language, tag -> tag)
                .with("licence", licence, identifier -> identifier);
        Div content = new Div(
                new PageHeader(getPageTitle(), getTranslation("courses.new.lead"))
                        .above(crumbs())
                        .withActions(button(
                                CoursesNavigation.fromGit(),
                                getTranslation("courses.git.begin.open"),
                                Glyph.GIT_BRANCH.create())),
                fields);
        content.addClassNames("c-studio", "c-column-narrow");
        add(content);
    }

    private void describe() {
        title.setLabel(getTranslation("courses.details.title"));
        title.setRequiredIndicatorVisible(true);
        title.setAutofocus(true);
        language.setLabel(getTranslation("courses.details.language"));
        language.setItems(Arrays.stream(Locale.getISOLanguages())
                .sorted((one, other) -> language(one).compareTo(language(other)))
                .toList());
        language.setItemLabelGenerator(tag -> language(tag) + " (" + tag + ")");
        language.setValue(getLocale().getLanguage());
        licence.setLabel(getTranslation("courses.details.licence"));
        licence.setHelperText(getTranslation("courses.details.licence.help"));
        licence.setItems(Licences.KNOWN);
        licence.setValue(USUAL_LICENCE);
        template.setLabel(getTranslation("courses.new.template"));
        template.setItems(LessonTemplates.NAMES);
        template.setItemLabelGenerator(one -> LessonTemplates.name(this, one));
        template.setValue(LessonTemplates.NAMES.getFirst());
    }

    private String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(getLocale());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Partner> only = own.only(CoursesPermissions.EDIT);
        only.ifPresent(partner::setValue);
        partner.setVisible(only.isEmpty());
    }

    private void begin() {
        Partner of = partner.getValue();
        partner.setInvalid(of == null);
        partner.setErrorMessage(getTranslation("courses.import.partner.missing"));
        boolean readable = faults.readable();
        try {
            String lesson = getTranslation("courses.new.lesson");
            NewCourse course = new NewCourse(
                    title.getValue(),
                    Optional.ofNullable(language.getValue()).orElse(""),
                    Optional.ofNullable(licence.getValue()).orElse(""),
                    getTranslation("courses.new.section"),
                    lesson,
                    LessonTemplates.text(this, template.getValue(), lesson));
            if (of != null && readable) {
                CourseId begun = beginning.begin(of.id(), course);
                typing.forget();
                CoursesNavigation.go(CoursesNavigation.course(begun));
            }
        } catch (RuleViolation refused) {
            faults.tell(refused);
        }
    }
}

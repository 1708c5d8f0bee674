package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.courses.CourseId;
import org.collegium.courses.Courses;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.programmes.Programme;
import org.collegium.credentials.programmes.ProgrammeData;
import org.collegium.credentials.programmes.Programmes;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.Validity;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;

/** The fields of a programme. Its address and issuer are chosen once. */
class ProgrammeForm extends Div {

    private final transient Courses courses;
    private final transient Map<CourseId, String> titles = new LinkedHashMap<>();
    private final transient Optional<Programme> programme;
    private final TextField slug = new TextField();
    private final Select<Issuer> issuer = new Select<>();
    private final TextField title = new TextField();
    private final TextField summary = new TextField();
    private final TextArea description = new TextArea();
    private final ComboBox<String> language = new ComboBox<>();
    private final CourseChoice required;
    private final Div choices = new Div();
    private final List<CourseChoice> chosen = new ArrayList<>();
    private final RadioButtonGroup<IssueMode> mode = new RadioButtonGroup<>();
    private final IntegerField months = new IntegerField();
    private final transient KeptTyping typing;
    private final transient FieldFaults faults;

    ProgrammeForm(
            Courses courses, Partners partners, Optional<Programme> programme, Map<CourseId, Programmes.Part> parts) {
        this.courses = courses;
        this.programme = programme;
        ProgrammeData data = programme.map(Programme::draft).orElse(ProgrammeView.EMPTY);
        parts.forEach((course, part) -> titles.put(course, part.title()));
        addClassNames("c-form", "rule-editor");
        describe(partners);
        title.setValue(data.title());
        summary.setValue(data.summary());
        description.setValue(data.description());
        language.setValue(data.language());
        mode.setValue(data.mode());
        months.setValue(data.validity().months());
        required = new CourseChoice(courses, titles, data.required(), 0, null);
        Button another = new Button(
                getTranslation("credentials.programme.choice.add"),
                Glyph.PLUS.create(),
                click -> addChoice(new ProgrammeData.Choice(1, List.of())));
        data.choices().forEach(this::addChoice);
        if (programme.isEmpty()) {
            add(slug, issuer);
        }
        add(title, summary, description, language, required, choices, new Div(another), mode, months);
        typing = new KeptTyping(
                        this,
                        "programme/"
                                + programme
                                        .map(found -> found.id() + "/" + found.version())
                                        .orElse("new"))
                .with("slug", slug)
                .with("title", title)
                .with("summary", summary)
                .with("description", description)
                .with("language", language, tag -> tag);
        faults = new FieldFaults(Map.of(
                "credentials.programme.title", title,
                "credentials.programme.summary", summary,
                "credentials.programme.description", description,
                "credentials.programme.language", language,
                "credentials.programme.slug", slug,
                "shared.slug", slug,
                "credentials.programme.courses", required.field(),
                "credentials.rule.validity", months));
    }

    private void describe(Partners partners) {
        slug.setLabel(getTranslation("credentials.programme.slug"));
        slug.setHelperText(getTranslation("credentials.programme.slug.hint"));
        issuer.setLabel(getTranslation("credentials.programme.issuer.label"));
        Map<Issuer, String> names = new LinkedHashMap<>();
        names.put(Issuer.ALLIANCE, getTranslation("credentials.keys.alliance"));
        for (Partner partner : partners.all()) {
            names.put(Issuer.of(partner.id()), partner.data().name());
        }
        issuer.setItems(names.keySet());
        issuer.setItemLabelGenerator(one -> names.getOrDefault(one, ""));
        issuer.setValue(Issuer.ALLIANCE);
        title.setLabel(getTranslation("credentials.programme.title.label"));
        summary.setLabel(getTranslation("credentials.programme.summary.label"));
        description.setLabel(getTranslation("credentials.programme.description.label"));
        description.setMinRows(4);
        language.setLabel(getTranslation("credentials.programme.language.label"));
        language.setHelperText(getTranslation("credentials.programme.language.hint"));
        language.setItems(Stream.concat(
                        Arrays.stream(Locale.getISOLanguages()),
                        programme.map(Programme::draft).map(ProgrammeData::language).stream())
                .distinct()
                .sorted(Comparator.comparing(this::language))
                .toList());
        language.setItemLabelGenerator(tag -> language(tag) + " (" + tag + ")");
        language.setWidthFull();
        language.setManualValidation(true);
        language.setRequiredIndicatorVisible(true);
        List.of(slug, title, summary).forEach(field -> {
            field.setWidthFull();
            field.setManualValidation(true);
            field.setRequiredIndicatorVisible(true);
        });
        description.setWidthFull();
        description.setManualValidation(true);
        mode.setLabel(getTranslation("credentials.rule.mode"));
        mode.setItems(IssueMode.AUTOMATIC, IssueMode.APPROVAL);
        mode.setItemLabelGenerator(item -> getTranslation("credentials.rule.mode." + item));
        months.setLabel(getTranslation("credentials.programme.months"));
        months.setHelperText(getTranslation("credentials.programme.months.hint"));
        months.setManualValidation(true);
        choices.addClassName("rule-panel");
    }

    private String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(getLocale());
    }

    private void addChoice(ProgrammeData.Choice choice) {
        CourseChoice field = new CourseChoice(courses, titles, choice.of(), choice.least(), gone -> {
            chosen.remove(gone);
            choices.remove(gone);
        });
        chosen.add(field);
        choices.add(field);
    }

    String slug() {
        return slug.getValue();
    }

    Issuer issuer() {
        return programme.map(Programme::issuer).orElseGet(issuer::getValue);
    }

    /** What is in the fields; empty, and said at the fields, where something cannot be read. */
    Optional<ProgrammeData> data() {
        if (!faults.readable()) {
            return Optional.empty();
        }
        return Optional.of(new ProgrammeData(
                title.getValue().strip(),
                summary.getValue().strip(),
                description.getValue().strip(),
                language.getOptionalValue().orElse(""),
                required.courses(),
                chosen.stream()
                        .map(choice -> new ProgrammeData.Choice(choice.least(), choice.courses()))
                        .toList(),
                mode.getValue(),
                months.getValue() == null ? Validity.FOREVER : new Validity(months.getValue(), null)));
    }

    void tell(RuleViolation violation) {
        faults.tell(violation);
    }

    void forget() {
        typing.forget();
    }
}

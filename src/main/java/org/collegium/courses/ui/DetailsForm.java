package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.NumberField.NumberFieldI18n;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.courses.CourseDetails;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.format.Licences;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.jspecify.annotations.Nullable;

/** The fields for what a course says about itself; a broken rule is told at its field. */
final class DetailsForm extends Div {

    private final TextField title = new TextField();
    private final TextArea summary = new TextArea();
    private final TextArea description = new TextArea();
    private final TextArea outcomes = new TextArea();
    private final ComboBox<String> language = new ComboBox<>();
    private final RadioButtonGroup<CourseLevel> level = new RadioButtonGroup<>();
    private final CheckboxGroup<Audience> audience = new CheckboxGroup<>();
    private final NumberField effort = new NumberField();
    private final TextField topics = new TextField();
    private final ComboBox<String> licence = new ComboBox<>();
    private final RadioButtonGroup<Certificate> certificate = new RadioButtonGroup<>();
    private final IntegerField score = new IntegerField();
    private transient @Nullable CertificateRule before;
    private final AuthorFields authors;
    private final SkillFields skills = new SkillFields();
    private final transient KeptTyping typing;
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "courses.details.title", title,
            "courses.details.summary", summary,
            "courses.details.description", description,
            "courses.details.outcome", outcomes,
            "courses.details.language", language,
            "courses.details.effort", effort,
            "courses.details.topics", topics,
            "courses.details.skills", skills.choice(),
            "shared.slug", topics,
            "courses.details.score", score));

    /** What earns a certificate, as it is asked here. */
    private enum Certificate {
        NONE,
        ALL,
        QUIZZES
    }

    /**
     * @param known skills that other courses have
     * @param place where what is typed is kept, such as {@code details/} and the id of the course
     */
    DetailsForm(CourseDetails now, List<CourseSkill> known, String place) {
        addClassName("c-studio-form");
        authors = new AuthorFields(now.authors());
        skills.begin(now.skills(), known);
        describe();
        fill(now);
        typing = new KeptTyping(this, place)
                .with("title", title)
                .with("summary", summary)
                .with("description", description)
                .with("outcomes", outcomes)
                .with("language", language, tag -> tag)
                .with("level", level, CourseLevel::name, CourseLevel::valueOf)
                .with("audience", audience, DetailsForm::written, DetailsForm::audience)
                .with("effort", effort, Double::valueOf)
                .with("topics", topics)
                .with("authors", authors::written, authors::read)
                .with("skills", skills::written, skills::read)
                .with("licence", licence, identifier -> identifier)
                .with("certificate", certificate, Certificate::valueOf)
                .with("score", score, Integer::valueOf);
        authors.whenChanged(() -> typing.keep("authors"));
        skills.whenChanged(() -> typing.keep("skills"));
        add(
                section("courses.details.section.what", title, summary, description, outcomes),
                section("courses.details.section.whom", language, level, audience, effort, topics, skills),
                section("courses.details.section.rights", authors, licence),
                section("courses.details.section.certificate", certificate, score));
    }

    private Component section(String key, Component... fields) {
        Section section = new Section(new H2(getTranslation(key)));
        section.add(fields);
        section.addClassName("c-surface");
        return section;
    }

    private void describe() {
        title.setLabel(getTranslation("courses.details.title"));
        title.setRequiredIndicatorVisible(true);
        summary.setLabel(getTranslation("courses.details.summary"));
        summary.setValueChangeMode(ValueChangeMode.EAGER);
        summary.addValueChangeListener(change -> summary.setHelperText(
                getTranslation("courses.details.summary.help", change.getValue().length())));
        description.setLabel(getTranslation("courses.details.description"));
        description.setHelperText(getTranslation("courses.details.description.help"));
        outcomes.setLabel(getTranslation("courses.details.outcomes"));
        outcomes.setHelperText(getTranslation("courses.details.outcomes.help"));
        language.setLabel(getTranslation("courses.details.language"));
        language.setItems(Arrays.stream(Locale.getISOLanguages())
                .sorted((one, other) -> name(one).compareTo(name(other)))
                .toList());
        language.setItemLabelGenerator(tag -> name(tag) + " (" + tag + ")");
        language.setAllowCustomValue(true);
        language.addCustomValueSetListener(given -> language.setValue(given.getDetail()));
        level.setLabel(getTranslation("courses.details.level"));
        level.setItems(CourseLevel.values());
        level.setItemLabelGenerator(item -> getTranslation("courses.level." + item.name()));
        audience.setLabel(getTranslation("courses.details.audience"));
        audience.setItems(Audience.values());
        audience.setItemLabelGenerator(item -> getTranslation("courses.audience." + item.name()));
        effort.setLabel(getTranslation("courses.details.effort"));
        effort.setHelperText(getTranslation("courses.details.effort.help"));
        String unreadable = getTranslation("shared.field.unreadable");
        effort.setI18n(new NumberFieldI18n()
                .setBadInputErrorMessage(unreadable)
                .setStepErrorMessage(getTranslation("courses.details.effort.help"))
                .setMinErrorMessage(getTranslation("courses.details.effort.help"))
                .setMaxErrorMessage(getTranslation("courses.details.effort.help")));
        score.setI18n(new IntegerFieldI18n()
                .setBadInputErrorMessage(unreadable)
                .setMinErrorMessage(getTranslation("courses.details.score.range"))
                .setMaxErrorMessage(getTranslation("courses.details.score.range")));
        effort.setStep(0.5);
        effort.setMin(0.5);
        effort.setMax(500);
        topics.setLabel(getTranslation("courses.details.topics"));
        topics.setHelperText(getTranslation("courses.details.topics.help"));
        licence.setLabel(getTranslation("courses.details.licence"));
        licence.setHelperText(getTranslation("courses.details.licence.help"));
        licence.setClearButtonVisible(true);
        certificate.setLabel(getTranslation("courses.details.certificate"));
        certificate.setItems(Certificate.values());
        certificate.setItemLabelGenerator(item -> getTranslation("courses.certificate." + item.name()));
        certificate.addValueChangeListener(change -> score.setVisible(change.getValue() != Certificate.NONE));
        score.setLabel(getTranslation("courses.details.score"));
        score.setHelperText(getTranslation("courses.details.score.help"));
        score.setMin(0);
        score.setMax(100);
    }

    private void fill(CourseDetails now) {
        before = now.certificate();
        title.setValue(now.title());
        summary.setValue(now.summary());
        summary.setHelperText(
                getTranslation("courses.details.summary.help", now.summary().length()));
        description.setValue(now.description());
        outcomes.setValue(String.join("\n", now.outcomes()));
        language.setValue(now.language());
        level.setValue(now.level());
        audience.setValue(Set.copyOf(now.audience()));
        effort.setValue(now.effortHours());
        topics.setValue(String.join(", ", now.topics()));
        licence.setItems(Stream.concat(Licences.KNOWN.stream(), Stream.of(now.licence()))
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList());
        licence.setValue(now.licence().isEmpty() ? null : now.licence());
        CertificateRule rule = now.certificate();
        certificate.setValue(
                rule == null
                        ? Certificate.NONE
                        : rule.require() == Requirement.ALL ? Certificate.ALL : Certificate.QUIZZES);
        score.setValue(
                rule == null || rule.minimumScore() == null ? null : (int) Math.round(rule.minimumScore() * 100));
        score.setVisible(rule != null);
    }

    /** What was typed; empty when something breaks a rule, which is then told at its field. */
    Optional<CourseDetails> read() {
        boolean readable = faults.readable();
        readable &= authors.check();
        try {
            CourseDetails given = new CourseDetails(
                    title.getValue(),
                    summary.getValue(),
                    description.getValue(),
                    outcomes.getValue().lines().toList(),
                    authors.authors(),
                    Optional.ofNullable(language.getValue()).orElse(""),
                    level.getValue(),
                    Arrays.stream(Audience.values())
                            .filter(audience.getValue()::contains)
                            .toList(),
                    Optional.ofNullable(effort.getValue()).orElse(0.0),
                    topics(),
                    skills.skills(),
                    Optional.ofNullable(licence.getValue()).orElse(""),
                    rule());
            return readable ? Optional.of(given) : Optional.empty();
        } catch (RuleViolation violation) {
            faults.tell(violation);
            return Optional.empty();
        }
    }

    /** What was typed is saved now. */
    void saved() {
        typing.forget();
    }

    private List<String> topics() {
        return Arrays.stream(topics.getValue().split("[,;]", -1))
                .map(text -> text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-"))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private @Nullable CertificateRule rule() {
        Double least = least();
        return switch (certificate.getValue()) {
            case NONE -> null;
            case ALL -> new CertificateRule(Requirement.ALL, least);
            case QUIZZES -> new CertificateRule(Requirement.QUIZZES, least);
        };
    }

    /** One that has more digits than its field shows stays as it is until another is typed. */
    private @Nullable Double least() {
        Integer typed = score.getValue();
        Double known = before == null ? null : before.minimumScore();
        if (typed == null) {
            return null;
        }
        return known != null && typed == Math.round(known * 100) ? known : Double.valueOf(typed / 100.0);
    }

    private static String written(Set<Audience> chosen) {
        return chosen.stream().map(Audience::name).collect(Collectors.joining(" "));
    }

    private static Set<Audience> audience(String written) {
        return Stream.of(written.split(" ")).map(Audience::valueOf).collect(Collectors.toSet());
    }

    private String name(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(getLocale());
    }
}

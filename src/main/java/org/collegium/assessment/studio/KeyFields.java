package org.collegium.assessment.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityTexts;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.content.LessonRenderer;
import org.collegium.content.Prose;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** One question with the fields that say what is right. */
abstract sealed class KeyFields extends Section {

    private final Div state = new Div();

    private KeyFields(int number, Question question, Texts texts) {
        addClassNames("c-surface", "c-studio-form");
        H2 title = new H2(getTranslation("assessment.keys.question", number));
        Div head = new Div(title, state);
        head.addClassName("c-studio-actions");
        add(head, texts.of(question.stem()));
        title.setId("question-" + number);
        setAriaLabelledBy("question-" + number);
        show(question.keyed());
    }

    static KeyFields of(int number, Question question, Locale language, LessonRenderer renderer) {
        Texts texts = new Texts(language, renderer);
        return switch (question) {
            case SingleChoice single -> new One(number, single, texts);
            case MultipleChoice multiple -> new Several(number, multiple, texts);
            case TrueFalse statement -> new Statement(number, statement, texts);
            case Numeric numeric -> new Quantity(number, numeric, texts);
            case ShortText words -> new Words(number, words, texts);
        };
    }

    /** The question with the key that was given. */
    abstract Question keyed();

    /** Whether what was typed can be read; what cannot is told at its field. */
    boolean check() {
        return true;
    }

    /** Shows whether the question has a key now. */
    void mark() {
        show(keyed().keyed());
    }

    private void show(boolean keyed) {
        state.removeAll();
        state.add(
                keyed
                        ? new StatusBadge(Status.GOOD, getTranslation("assessment.keys.keyed"))
                        : new StatusBadge(Status.WAITING, getTranslation("assessment.keys.needed")));
    }

    void changes(HasValue<?, ?> field) {
        field.addValueChangeListener(change -> mark());
    }

    private static final class One extends KeyFields {

        private final transient SingleChoice question;
        private final RadioButtonGroup<Option> options = new RadioButtonGroup<>();

        One(int number, SingleChoice question, Texts texts) {
            super(number, question, texts);
            this.question = question;
            options.setLabel(getTranslation("assessment.keys.one"));
            options.addThemeNames("vertical");
            options.setItems(question.options());
            options.setRenderer(new ComponentRenderer<>(option -> texts.of(option.text())));
            question.options().stream().filter(Option::correct).findFirst().ifPresent(options::setValue);
            changes(options);
            add(options);
        }

        @Override
        Question keyed() {
            return new SingleChoice(
                    question.key(),
                    question.stem(),
                    question.points(),
                    question.skills(),
                    question.explanation(),
                    marked(
                            question.options(),
                            options.getValue() == null
                                    ? Set.of()
                                    : Set.of(options.getValue().key())));
        }
    }

    private static final class Several extends KeyFields {

        private final transient MultipleChoice question;
        private final CheckboxGroup<Option> options = new CheckboxGroup<>();

        Several(int number, MultipleChoice question, Texts texts) {
            super(number, question, texts);
            this.question = question;
            options.setLabel(getTranslation("assessment.keys.several"));
            options.addThemeNames("vertical");
            options.setItems(question.options());
            options.setRenderer(new ComponentRenderer<>(option -> texts.of(option.text())));
            options.setValue(question.options().stream().filter(Option::correct).collect(Collectors.toSet()));
            changes(options);
            add(options);
        }

        @Override
        Question keyed() {
            return new MultipleChoice(
                    question.key(),
                    question.stem(),
                    question.points(),
                    question.skills(),
                    question.explanation(),
                    marked(
                            question.options(),
                            options.getValue().stream().map(Option::key).collect(Collectors.toSet())));
        }
    }

    private static final class Statement extends KeyFields {

        private final transient TrueFalse question;
        private final RadioButtonGroup<Boolean> answer = new RadioButtonGroup<>();

        Statement(int number, TrueFalse question, Texts texts) {
            super(number, question, texts);
            this.question = question;
            answer.setLabel(getTranslation("assessment.keys.statement"));
            answer.setItems(true, false);
            answer.setItemLabelGenerator(
                    value -> getTranslation(value ? "assessment.keys.true" : "assessment.keys.false"));
            answer.setValue(question.answer());
            changes(answer);
            add(answer);
        }

        @Override
        Question keyed() {
            return new TrueFalse(
                    question.key(),
                    question.stem(),
                    question.points(),
                    question.skills(),
                    question.explanation(),
                    answer.getValue(),
                    question.feedback());
        }
    }

    private static final class Quantity extends KeyFields {

        private final transient Numeric question;
        private final BigDecimalField answer = new BigDecimalField();
        private final BigDecimalField tolerance = new BigDecimalField();

        Quantity(int number, Numeric question, Texts texts) {
            super(number, question, texts);
            this.question = question;
            answer.setLabel(getTranslation("assessment.keys.number"));
            answer.setValue(question.answer());
            tolerance.setLabel(getTranslation("assessment.keys.tolerance"));
            tolerance.setHelperText(getTranslation("assessment.keys.tolerance.help"));
            tolerance.setValue(question.tolerance());
            changes(answer);
            add(answer, tolerance);
        }

        @Override
        boolean check() {
            boolean wrong = tolerance.getValue() != null && tolerance.getValue().signum() < 0;
            tolerance.setInvalid(wrong);
            tolerance.setErrorMessage(getTranslation("assessment.keys.tolerance.wrong"));
            return !wrong;
        }

        @Override
        Question keyed() {
            return new Numeric(
                    question.key(),
                    question.stem(),
                    question.points(),
                    question.skills(),
                    question.explanation(),
                    answer.getValue(),
                    tolerance.getValue() == null ? BigDecimal.ZERO : tolerance.getValue(),
                    question.unit(),
                    question.feedback());
        }
    }

    private static final class Words extends KeyFields {

        private final transient ShortText question;
        private final TextField accept = new TextField();

        Words(int number, ShortText question, Texts texts) {
            super(number, question, texts);
            this.question = question;
            accept.setLabel(getTranslation("assessment.keys.words"));
            accept.setHelperText(getTranslation("assessment.keys.words.help"));
            accept.setValueChangeMode(ValueChangeMode.ON_CHANGE);
            accept.setWidthFull();
            accept.setValue(String.join("; ", question.accept()));
            changes(accept);
            add(accept);
        }

        @Override
        Question keyed() {
            List<String> words = Arrays.stream(accept.getValue().split(";", -1))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
            return new ShortText(
                    question.key(),
                    question.stem(),
                    question.points(),
                    question.skills(),
                    question.explanation(),
                    words,
                    question.caseSensitive(),
                    question.feedback());
        }
    }

    private static List<Option> marked(List<Option> options, Set<String> right) {
        return options.stream()
                .map(option -> new Option(option.key(), option.text(), right.contains(option.key()), option.feedback()))
                .toList();
    }

    /** Shows Markdown of the quiz. */
    private record Texts(Locale language, LessonRenderer renderer) {

        Component of(String markdown) {
            Prose prose = new Prose(renderer.render(markdown, ActivityTexts.ANYWHERE, language));
            prose.setLanguage(language);
            return prose;
        }
    }
}

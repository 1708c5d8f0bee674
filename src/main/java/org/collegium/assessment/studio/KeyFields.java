package org.collegium.assessment.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.content.Prose;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** One question with the fields that say what is right. */
abstract sealed class KeyFields extends Section implements Focusable<Section>
        permits ChoiceKeys, KeyFields.Statement, KeyFields.Quantity, KeyFields.Words {

    private final Div state = new Div();
    private transient Changes changes = (fields, back) -> {};

    KeyFields(int number, Question question, Texts texts) {
        addClassNames("c-surface", "c-key-question");
        setTabIndex(-1);
        H2 title = new H2(getTranslation("assessment.keys.question", number));
        Div head = new Div(title, state);
        head.addClassName("c-studio-actions");
        add(head, texts.of(question.stem()));
        title.setId("question-" + number);
        setAriaLabelledBy("question-" + number);
        show(question.keyed());
    }

    static KeyFields of(int number, Question question, Texts texts) {
        return switch (question) {
            case SingleChoice single -> ChoiceKeys.one(number, single, texts);
            case MultipleChoice multiple -> ChoiceKeys.several(number, multiple, texts);
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

    /** Tells somebody of each change. */
    void tell(Changes listener) {
        changes = listener;
    }

    <V> void changes(HasValue<? extends HasValue.ValueChangeEvent<V>, V> field, Consumer<V> set) {
        field.addValueChangeListener(change -> {
            show(keyed().keyed());
            V before = change.getOldValue();
            changes.changed(this, () -> set.accept(before));
        });
    }

    private void show(boolean keyed) {
        getElement().setAttribute("data-keyed", Boolean.toString(keyed));
        state.removeAll();
        state.add(
                keyed
                        ? new StatusBadge(Status.GOOD, getTranslation("assessment.keys.keyed"))
                        : new StatusBadge(Status.WAITING, getTranslation("assessment.keys.needed")));
    }

    /** Is told of a change and of how to take it back. */
    @FunctionalInterface
    interface Changes {

        void changed(KeyFields fields, SerializableRunnable back);
    }

    /** Shows Markdown of the quiz. */
    record Texts(Locale language, LinkResolver links, LessonRenderer renderer) {

        Component of(String markdown) {
            Prose prose = new Prose(renderer.render(markdown, links, language));
            prose.setLanguage(language);
            return prose;
        }
    }

    static final class Statement extends KeyFields {

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
            changes(answer, answer::setValue);
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

    static final class Quantity extends KeyFields {

        private final transient Numeric question;
        private final BigDecimalField answer = new BigDecimalField();
        private final BigDecimalField tolerance = new BigDecimalField();
        private final transient FieldFaults faults = new FieldFaults(Map.of("answer", answer, "tolerance", tolerance));

        Quantity(int number, Numeric question, Texts texts) {
            super(number, question, texts);
            this.question = question;
            answer.setLabel(getTranslation("assessment.keys.number"));
            answer.setValue(question.answer());
            tolerance.setLabel(getTranslation("assessment.keys.tolerance"));
            tolerance.setHelperText(getTranslation("assessment.keys.tolerance.help"));
            tolerance.setValue(question.tolerance());
            BigDecimalField.BigDecimalFieldI18n words = new BigDecimalField.BigDecimalFieldI18n()
                    .setBadInputErrorMessage(getTranslation("shared.field.unreadable"));
            answer.setI18n(words);
            tolerance.setI18n(words);
            changes(answer, answer::setValue);
            changes(tolerance, tolerance::setValue);
            add(answer, tolerance);
        }

        @Override
        boolean check() {
            if (!faults.readable()) {
                return false;
            }
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

    static final class Words extends KeyFields {

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
            changes(accept, accept::setValue);
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
}

package org.collegium.assessment.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Locale;
import java.util.function.Consumer;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.content.Prose;
import org.collegium.shared.ui.HtmlElement;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** One question with the fields that say what is right. */
abstract sealed class KeyFields extends Section implements Focusable<Section>
        permits ChoiceKeys,
                ClozeKeys,
                CodeKeys,
                CorrectedOrder,
                FormulaKeys,
                HotspotKeys,
                KeyFields.Statement,
                MarkedKeys,
                MatchingKeys,
                OrderingKeys,
                QuantityKeys,
                WordKeys {

    private final Div state = new Div();
    private transient Changes changes = (fields, back) -> {};

    KeyFields(Heading heading, Question question, Texts texts) {
        addClassNames("c-surface", "c-key-question");
        setTabIndex(-1);
        Component title = heading.below() ? new H3(heading.title()) : new H2(heading.title());
        Div head = new Div(title, state);
        head.addClassName("c-studio-actions");
        add(head);
        if (!question.stem().isBlank()) {
            add(texts.of(question.stem()));
        }
        title.setId(heading.id());
        setAriaLabelledBy(heading.id());
        show(question.keyed());
    }

    static KeyFields of(Heading heading, Question question, Texts texts) {
        return of(heading, question, texts, false);
    }

    /** @param order whether an order, which is that of the file, can be changed too */
    static KeyFields of(Heading heading, Question question, Texts texts, boolean order) {
        return switch (question) {
            case SingleChoice single -> ChoiceKeys.one(heading, single, texts);
            case MultipleChoice multiple -> ChoiceKeys.several(heading, multiple, texts);
            case TrueFalse statement -> new Statement(heading, statement, texts);
            case Numeric numeric -> new QuantityKeys(heading, numeric, texts);
            case ShortText words -> new WordKeys(heading, words, texts);
            case Matching matching -> new MatchingKeys(heading, matching, texts);
            case Ordering ordering ->
                order ? new CorrectedOrder(heading, ordering, texts) : new OrderingKeys(heading, ordering, texts);
            case Cloze cloze -> new ClozeKeys(heading, cloze, texts);
            case Formula formula -> new FormulaKeys(heading, formula, texts);
            case Hotspot hotspot -> new HotspotKeys(heading, hotspot, texts);
            case Essay essay -> new MarkedKeys(heading, essay, texts);
            case CodeQuestion code -> new CodeKeys(heading, code, texts);
            case FileUpload upload -> new MarkedKeys(heading, upload, texts);
        };
    }

    /**
     * What stands above the fields.
     *
     * @param below whether it is part of a question
     */
    record Heading(String id, String title, boolean below) {}

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

    final void told(SerializableRunnable back) {
        changes.changed(this, back);
    }

    /** Whether one goes to it by keyboard; else one goes to its parts. */
    boolean whole() {
        return true;
    }

    /** Says whether there is a key. */
    final void show(boolean keyed) {
        if (whole()) {
            getElement().setAttribute("data-keyed", Boolean.toString(keyed));
        }
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

        /** As {@link #of}, as a part of something else. */
        HtmlElement html(String markdown) {
            return Prose.html(renderer.render(markdown, links, language), language);
        }
    }

    static final class Statement extends KeyFields {

        private final transient TrueFalse question;
        private final RadioButtonGroup<Boolean> answer = new RadioButtonGroup<>();

        Statement(Heading heading, TrueFalse question, Texts texts) {
            super(heading, question, texts);
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
                    question.traits(),
                    question.explanation(),
                    answer.getValue(),
                    question.feedback());
        }
    }
}

package org.collegium.assessment.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.SingleChoice;

/** Options to mark as right; each has a letter, which is also its key on the keyboard. */
abstract sealed class ChoiceKeys extends KeyFields {

    private ChoiceKeys(Heading heading, Question question, Texts texts) {
        super(heading, question, texts);
    }

    static ChoiceKeys one(Heading heading, SingleChoice question, Texts texts) {
        return new One(heading, question, texts);
    }

    static ChoiceKeys several(Heading heading, MultipleChoice question, Texts texts) {
        return new Several(heading, question, texts);
    }

    private static ComponentRenderer<Component, Option> lettered(List<Option> options, Texts texts) {
        return new ComponentRenderer<>(option -> {
            int index = options.indexOf(option);
            Span letter = new Span(index < 26 ? String.valueOf((char) ('A' + index)) : "");
            letter.addClassName("c-key-letter");
            Div line = new Div(letter, texts.of(option.text()));
            line.addClassName("c-key-option");
            return line;
        });
    }

    private static List<Option> marked(List<Option> options, Set<String> right) {
        return options.stream()
                .map(option -> new Option(option.key(), option.text(), right.contains(option.key()), option.feedback()))
                .toList();
    }

    private static final class One extends ChoiceKeys {

        private final transient SingleChoice question;
        private final RadioButtonGroup<Option> options = new RadioButtonGroup<>();

        One(Heading heading, SingleChoice question, Texts texts) {
            super(heading, question, texts);
            this.question = question;
            options.setLabel(getTranslation("assessment.keys.one"));
            options.addThemeNames("vertical");
            options.setItems(question.options());
            options.setRenderer(lettered(question.options(), texts));
            question.options().stream().filter(Option::correct).findFirst().ifPresent(options::setValue);
            changes(options, options::setValue);
            add(options);
        }

        @Override
        Question keyed() {
            Option right = options.getValue();
            return new SingleChoice(
                    question.key(),
                    question.stem(),
                    question.points(),
                    question.traits(),
                    question.explanation(),
                    marked(question.options(), right == null ? Set.of() : Set.of(right.key())));
        }
    }

    private static final class Several extends ChoiceKeys {

        private final transient MultipleChoice question;
        private final CheckboxGroup<Option> options = new CheckboxGroup<>();

        Several(Heading heading, MultipleChoice question, Texts texts) {
            super(heading, question, texts);
            this.question = question;
            options.setLabel(getTranslation("assessment.keys.several"));
            options.addThemeNames("vertical");
            options.setItems(question.options());
            options.setRenderer(lettered(question.options(), texts));
            options.setValue(question.options().stream().filter(Option::correct).collect(Collectors.toSet()));
            changes(options, options::setValue);
            add(options);
        }

        @Override
        Question keyed() {
            return new MultipleChoice(
                    question.key(),
                    question.stem(),
                    question.points(),
                    question.traits(),
                    question.explanation(),
                    marked(
                            question.options(),
                            options.getValue().stream().map(Option::key).collect(Collectors.toSet())));
        }
    }
}

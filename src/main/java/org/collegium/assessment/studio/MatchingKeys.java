package org.collegium.assessment.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Prompt;

/** An option for each prompt. */
final class MatchingKeys extends KeyFields {

    private final transient Matching question;
    private final List<Select<Offer>> answers = new ArrayList<>();

    MatchingKeys(Heading heading, Matching question, Texts texts) {
        super(heading, question, texts);
        this.question = question;
        for (Prompt prompt : question.prompts()) {
            Div words = new Div(texts.of(prompt.text()));
            words.setId(heading.id() + "-" + prompt.key());
            Select<Offer> answer = new Select<>();
            answer.setAriaLabelledBy(heading.id() + "-" + prompt.key());
            answer.setItems(question.options());
            answer.setItemLabelGenerator(option -> option == null ? "" : option.text());
            answer.setEmptySelectionAllowed(true);
            question.options().stream()
                    .filter(option -> option.key().equals(prompt.answer()))
                    .findFirst()
                    .ifPresent(answer::setValue);
            answers.add(answer);
            Div line = new Div(words, answer);
            line.addClassName("c-key-pair");
            add(line);
        }
        answers.forEach(answer -> changes(answer, answer::setValue));
    }

    @Override
    Question keyed() {
        return new Matching(
                question.key(),
                question.stem(),
                question.points(),
                question.traits(),
                question.explanation(),
                IntStream.range(0, answers.size()).mapToObj(this::keyed).toList(),
                question.options(),
                question.feedback());
    }

    private Prompt keyed(int place) {
        Prompt prompt = question.prompts().get(place);
        Offer answer = answers.get(place).getValue();
        return new Prompt(prompt.key(), prompt.text(), answer == null ? null : answer.key());
    }
}

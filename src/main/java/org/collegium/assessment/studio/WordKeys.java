package org.collegium.assessment.studio;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.assessment.Accepted;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.ShortText;

/** Words that are right; patterns, and what earns a part, stay as the file has them. */
final class WordKeys extends KeyFields {

    private final transient ShortText question;
    private final transient List<Accepted> others;
    private final TextField accept = new TextField();

    WordKeys(Heading heading, ShortText question, Texts texts) {
        super(heading, question, texts);
        this.question = question;
        this.others = question.accept().stream()
                .filter(accepted -> !accepted.example())
                .toList();
        accept.setLabel(getTranslation("assessment.keys.words"));
        accept.setHelperText(getTranslation("assessment.keys.words.help"));
        accept.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        accept.setWidthFull();
        accept.setValue(question.accept().stream()
                .filter(Accepted::example)
                .map(Accepted::text)
                .collect(Collectors.joining("; ")));
        changes(accept, accept::setValue);
        add(accept);
        if (!others.isEmpty()) {
            Paragraph kept = new Paragraph(getTranslation(
                    "assessment.keys.words.others",
                    others.stream().map(Accepted::text).collect(Collectors.joining("; "))));
            kept.addClassNames("c-muted", "c-small");
            add(kept);
        }
    }

    /** Patterns alone show nobody what is right. */
    @Override
    boolean check() {
        boolean wrong = words().isEmpty() && !others.isEmpty();
        accept.setInvalid(wrong);
        accept.setErrorMessage(getTranslation("assessment.keys.words.wrong"));
        return !wrong;
    }

    private List<String> words() {
        return Arrays.stream(accept.getValue().split(";", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Accepted accepted(String word) {
        return question.accept().stream()
                .filter(known -> known.example() && known.text().equals(word))
                .findFirst()
                .orElseGet(() -> Accepted.of(word));
    }

    @Override
    Question keyed() {
        return new ShortText(
                question.key(),
                question.stem(),
                question.points(),
                question.traits(),
                question.explanation(),
                Stream.concat(words().stream().map(this::accepted), others.stream())
                        .toList(),
                question.caseSensitive(),
                question.feedback());
    }
}

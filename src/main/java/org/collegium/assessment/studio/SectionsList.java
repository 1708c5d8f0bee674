package org.collegium.assessment.studio;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizSection;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;

/** The sections of a quiz, and by number which questions each asks or draws from. */
final class SectionsList extends Section {

    private final transient Quiz quiz;

    SectionsList(Quiz quiz) {
        this.quiz = quiz;
        addClassNames("c-surface", "c-key-question");
        H2 title = new H2(getTranslation("assessment.keys.sections"));
        title.setId("keys-sections");
        setAriaLabelledBy("keys-sections");
        UnorderedList list = new UnorderedList();
        quiz.sections().forEach(section -> list.add(new ListItem(words(section))));
        add(title, list);
    }

    private String words(QuizSection section) {
        return switch (section) {
            case Fixed fixed ->
                getTranslation("assessment.keys.section.fixed", fixed.title(), numbers(fixed.questions()));
            case Drawn drawn -> {
                List<String> pool = quiz.pool(drawn).stream().map(Question::key).toList();
                yield getTranslation(
                        "assessment.keys.section.drawn", drawn.title(), drawn.draw(), pool.size(), numbers(pool));
            }
        };
    }

    private String numbers(Collection<String> keys) {
        List<String> all = quiz.questions().stream().map(Question::key).toList();
        return keys.stream().map(key -> String.valueOf(all.indexOf(key) + 1)).collect(Collectors.joining(", "));
    }
}

package org.collegium.assessment.studio;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizSection;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;

/** What sections of a quiz ask, in words; questions are named by their numbers in the quiz. */
record SectionWords(Quiz quiz) {

    private static final int LONGEST = 60;

    String of(QuizSection section) {
        return switch (section) {
            case Fixed fixed ->
                translate("assessment.sections.fixed", fixed.questions().size(), numbers(fixed.questions()));
            case Drawn drawn -> {
                List<String> pool = quiz.pool(drawn).stream().map(Question::key).toList();
                yield translate("assessment.sections.drawn", drawn.draw(), pool.size(), numbers(pool));
            }
        };
    }

    /** What no section asks; empty where there are no sections. */
    List<String> neverAsked() {
        if (quiz.sections().isEmpty()) {
            return List.of();
        }
        Set<String> asked = new HashSet<>();
        for (QuizSection section : quiz.sections()) {
            switch (section) {
                case Fixed fixed -> asked.addAll(fixed.questions());
                case Drawn drawn -> quiz.pool(drawn).forEach(question -> asked.add(question.key()));
            }
        }
        return quiz.questions().stream()
                .map(Question::key)
                .filter(key -> !asked.contains(key))
                .toList();
    }

    String numbers(Collection<String> keys) {
        List<String> all = quiz.questions().stream().map(Question::key).toList();
        return keys.stream().map(key -> String.valueOf(all.indexOf(key) + 1)).collect(Collectors.joining(", "));
    }

    /** A question by its number and its first words. */
    String question(String key) {
        List<String> all = quiz.questions().stream().map(Question::key).toList();
        int at = all.indexOf(key);
        if (at < 0) {
            return key;
        }
        String stem =
                quiz.questions().get(at).stem().strip().lines().findFirst().orElse("");
        String words = stem.codePointCount(0, stem.length()) <= LONGEST
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST)) + "…";
        return translate("assessment.text.nth", at + 1, words.isBlank() ? key : words);
    }
}

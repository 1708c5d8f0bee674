package org.collegium.assessment.studio;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Where the last questions of the quiz are asked; empty where it has no sections. */
    String ofLast(int number) {
        List<String> keys = quiz.questions().stream().map(Question::key).toList();
        Set<String> left = new LinkedHashSet<>(keys.subList(Math.max(0, keys.size() - number), keys.size()));
        List<String> said = new ArrayList<>();
        if (!quiz.sections().isEmpty()) {
            List<String> never =
                    quiz.neverAsked().stream().filter(left::contains).toList();
            never.forEach(left::remove);
            for (QuizSection section : quiz.sections()) {
                if (section instanceof Fixed fixed) {
                    List<String> named =
                            fixed.questions().stream().filter(left::contains).toList();
                    say("assessment.sections.more.named", named, section.title())
                            .ifPresent(said::add);
                    named.forEach(left::remove);
                }
            }
            say("assessment.sections.more.drawn", left, "").ifPresent(said::add);
            say("assessment.sections.more.never", never, "").ifPresent(said::add);
        }
        return String.join(" ", said);
    }

    private Optional<String> say(String key, Collection<String> keys, String title) {
        return keys.isEmpty() ? Optional.empty() : Optional.of(translate(key, numbers(keys), title));
    }

    /** Numbers in this order; three or more that follow each other as the first and the last. */
    String numbers(Collection<String> keys) {
        Map<String, Integer> places = new HashMap<>();
        quiz.questions().forEach(question -> places.putIfAbsent(question.key(), places.size() + 1));
        List<Integer> numbers =
                keys.stream().map(key -> places.getOrDefault(key, 0)).toList();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            int end = i;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
                end++;
            }
            if (end - i < 2) {
                said.add(String.valueOf(numbers.get(i)));
            } else {
                said.add(translate(
                        "assessment.sections.range", String.valueOf(numbers.get(i)), String.valueOf(numbers.get(end))));
                i = end;
            }
        }
        return String.join(", ", said);
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

package org.collegium.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;

/**
 * Draws questions for the sections of a quiz, none twice; the same seed always draws the same. A section takes what is free; where
 * nothing is, another section gives a question up if it finds one instead, along the augmenting paths of bipartite matching (H. W. Kuhn,
 * The Hungarian method for the assignment problem, Naval Research Logistics Quarterly 2, 1955). So all sections get what they ask for
 * whenever that is possible at all.
 */
final class QuestionDraw {

    private final List<List<String>> pools;
    private final Map<String, Integer> takenBy = new HashMap<>();

    private QuestionDraw(List<List<String>> pools) {
        this.pools = pools;
    }

    /** The quiz with what an attempt of this seed asks. */
    static Quiz quiz(Quiz quiz, long seed) {
        List<List<Question>> asked =
                quiz.sections().isEmpty() ? List.of(quiz.questions()) : of(quiz.sections(), quiz.questions(), seed);
        List<QuizSection> sections = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            List<Question> inOrder = new ArrayList<>(asked.get(i));
            if (quiz.rules().shuffleQuestions()) {
                Collections.shuffle(inOrder, Drawing.random(seed, "#order/" + i));
            }
            if (!quiz.sections().isEmpty()) {
                QuizSection section = quiz.sections().get(i);
                sections.add(new Fixed(
                        section.title(),
                        section.intro(),
                        inOrder.stream().map(Question::key).toList()));
            }
            inOrder.forEach(question ->
                    questions.add(question instanceof Question.Formula formula ? Drawing.of(formula, seed) : question));
        }
        return new Quiz(
                quiz.title(),
                quiz.intro(),
                quiz.passMark(),
                quiz.attempts(),
                quiz.shuffleOptions(),
                quiz.rules(),
                sections,
                questions);
    }

    /**
     * The questions of each section in the order of the file; fewer than a section draws when there are not enough, and of those of a
     * fixed section the ones that the quiz has.
     */
    static List<List<Question>> of(List<QuizSection> sections, List<Question> questions, long seed) {
        List<List<String>> pools = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            List<String> pool = sections.get(i) instanceof Drawn drawn
                    ? pool(drawn, sections, questions)
                            .map(Question::key)
                            .collect(Collectors.toCollection(ArrayList::new))
                    : new ArrayList<>();
            Collections.shuffle(pool, Drawing.random(seed, "#draw/" + i));
            pools.add(pool);
        }
        QuestionDraw draw = new QuestionDraw(pools);
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i) instanceof Drawn(var _, var _, int wanted, var _)) {
                draw.take(i, wanted);
            }
        }
        List<List<Question>> drawn = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            int section = i;
            drawn.add(
                    switch (sections.get(i)) {
                        case Fixed fixed -> fixed(fixed, questions);
                        case Drawn _ ->
                            questions.stream()
                                    .filter(question -> Objects.equals(draw.takenBy.get(question.key()), section))
                                    .toList();
                    });
        }
        return drawn;
    }

    /** What a section may draw, before any other has drawn. */
    static Stream<Question> pool(Drawn section, List<QuizSection> sections, List<Question> questions) {
        Set<String> fixed = sections.stream()
                .flatMap(each -> each instanceof Fixed one ? one.questions().stream() : Stream.empty())
                .collect(Collectors.toSet());
        return questions.stream()
                .filter(question ->
                        !fixed.contains(question.key()) && section.from().holds(question.traits()));
    }

    /** The keys of what sections name or may draw. */
    static Set<String> asked(List<QuizSection> sections, List<Question> questions) {
        Set<String> asked = new HashSet<>();
        for (QuizSection section : sections) {
            switch (section) {
                case Fixed fixed -> asked.addAll(fixed.questions());
                case Drawn drawn ->
                    pool(drawn, sections, questions).map(Question::key).forEach(asked::add);
            }
        }
        return asked;
    }

    private static List<Question> fixed(Fixed section, List<Question> questions) {
        Map<String, Question> byKey =
                questions.stream().collect(Collectors.toMap(Question::key, Function.identity(), (one, other) -> one));
        return section.questions().stream()
                .flatMap(key -> Stream.ofNullable(byKey.get(key)))
                .toList();
    }

    private void take(int section, int wanted) {
        int taken = 0;
        while (taken < wanted && (takeFree(section) || takeOver(section, new HashSet<>()))) {
            taken++;
        }
    }

    private boolean takeFree(int section) {
        for (String question : pools.get(section)) {
            if (takenBy.putIfAbsent(question, section) == null) {
                return true;
            }
        }
        return false;
    }

    /** @param seen questions that were asked for already on the way here */
    private boolean takeOver(int section, Set<String> seen) {
        for (String question : pools.get(section)) {
            Integer holder = takenBy.get(question);
            if ((holder == null || holder != section)
                    && seen.add(question)
                    && (holder == null || takeOver(holder, seen))) {
                takenBy.put(question, section);
                return true;
            }
        }
        return false;
    }
}

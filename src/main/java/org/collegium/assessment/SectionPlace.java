package org.collegium.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;

/**
 * Where a question that comes into a quiz with sections is asked: at the end of a section that names its questions, or in one that draws
 * it.
 *
 * @param section its index in the quiz
 */
public record SectionPlace(int section, String title, boolean drawn) {

    /** The places that a quiz without the question has for it, in the order of its sections; none where it has no sections. */
    public static List<SectionPlace> all(Quiz quiz, Question question) {
        boolean drawable = drawable(quiz, question);
        return IntStream.range(0, quiz.sections().size())
                .filter(i -> switch (quiz.sections().get(i)) {
                    case Fixed _ -> true;
                    case Drawn drawn -> drawable && finds(drawn, question);
                })
                .mapToObj(i -> new SectionPlace(
                        i, quiz.sections().get(i).title(), quiz.sections().get(i) instanceof Drawn))
                .toList();
    }

    /** Whether sections find it, and all that do draw from questions of its points. */
    private static boolean drawable(Quiz quiz, Question question) {
        List<Drawn> draws = quiz.sections().stream()
                .filter(Drawn.class::isInstance)
                .map(Drawn.class::cast)
                .filter(drawn -> finds(drawn, question))
                .toList();
        return !draws.isEmpty()
                && draws.stream()
                        .flatMap(drawn -> quiz.pool(drawn).stream())
                        .allMatch(other -> other.points() == question.points());
    }

    private static boolean finds(Drawn drawn, Question question) {
        return drawn.from().holds(question.traits());
    }

    /**
     * The quiz with more questions at its end. What a section draws is left to it; else the last section that names its questions asks it,
     * and where there is none, no section does.
     */
    public static Quiz more(Quiz quiz, List<Question> questions) {
        Quiz grown = quiz;
        for (Question question : questions) {
            List<SectionPlace> places = all(grown, question);
            boolean drawn = places.stream().anyMatch(SectionPlace::drawn);
            grown = places.isEmpty() || drawn
                    ? plus(grown, question)
                    : places.getLast().taking(grown, question);
        }
        return grown;
    }

    private static Quiz plus(Quiz quiz, Question question) {
        List<Question> all = new ArrayList<>(quiz.questions());
        all.add(question);
        return quiz.with(all);
    }

    /** The quiz with a question more at its end, which is asked here. */
    public Quiz taking(Quiz quiz, Question question) {
        Quiz grown = plus(quiz, question);
        if (!(quiz.sections().get(section) instanceof Fixed(String name, String intro, List<String> keys))) {
            return grown;
        }
        List<String> asked = new ArrayList<>(keys);
        asked.add(question.key());
        List<QuizSection> sections = new ArrayList<>(quiz.sections());
        sections.set(section, new Fixed(name, intro, asked));
        return grown.asking(sections);
    }
}

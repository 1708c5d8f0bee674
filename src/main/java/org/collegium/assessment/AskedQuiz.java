package org.collegium.assessment;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A quiz as it is put before it is graded.
 *
 * @param passMark 0 to 1
 * @param attempts that a learner has; 0 for as many as they like
 * @param sections in their order; there may be none
 * @param questions of all sections, in the order in which they are asked
 */
public record AskedQuiz(
        String title,
        String intro,
        double passMark,
        int attempts,
        QuizRules rules,
        List<Section> sections,
        List<AskedQuestion> questions)
        implements Serializable {

    public AskedQuiz {
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
    }

    /**
     * A titled part.
     *
     * @param intro Markdown; may be empty
     * @param questions keys of its questions; those that are drawn differ from attempt to attempt
     */
    public record Section(String title, String intro, List<String> questions) implements Serializable {

        public Section {
            questions = List.copyOf(questions);
        }
    }

    /** The quiz as it is put in the attempt with this seed. */
    public static AskedQuiz of(Quiz undrawn, long seed) {
        Quiz quiz = undrawn.drawn(seed);
        return new AskedQuiz(
                quiz.title(),
                quiz.intro(),
                quiz.passMark(),
                quiz.attempts(),
                quiz.rules(),
                quiz.sections().stream().map(AskedQuiz::section).toList(),
                quiz.questions().stream()
                        .map(question -> AskedQuestion.of(question, quiz, seed))
                        .toList());
    }

    private static Section section(QuizSection section) {
        return new Section(
                section.title(),
                section.intro(),
                section instanceof QuizSection.Fixed fixed ? fixed.questions() : List.of());
    }

    /** The section that begins with a question. */
    public Optional<Section> begins(AskedQuestion question) {
        return sections.stream()
                .filter(section -> section.questions().indexOf(question.key()) == 0)
                .findFirst();
    }

    public Optional<AskedQuestion> question(String key) {
        return questions.stream().filter(question -> question.key().equals(key)).findFirst();
    }

    /** Whether a wrong answer to any of the questions costs something. */
    public boolean costly() {
        return questions.stream().anyMatch(question -> question.counts() && question.costs() > 0);
    }

    /** The sum of the points that can be had. */
    public double points() {
        return questions.stream()
                .filter(AskedQuestion::counts)
                .mapToDouble(AskedQuestion::points)
                .sum();
    }
}

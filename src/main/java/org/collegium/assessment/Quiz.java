package org.collegium.assessment;

import java.util.List;
import java.util.Set;
import org.collegium.assessment.QuizSection.Fixed;

/**
 * A quiz as its file has it.
 *
 * @param intro Markdown; may be empty
 * @param passMark 0 to 1, the share of the points that passes
 * @param attempts that a learner has; 0 for as many as they like
 * @param sections in their order; without any, all questions are asked
 * @param questions those of the sections, and those that sections draw from
 */
public record Quiz(
        String title,
        String intro,
        double passMark,
        int attempts,
        boolean shuffleOptions,
        QuizRules rules,
        List<QuizSection> sections,
        List<Question> questions) {

    /** The name of the format, as in the file. */
    public static final String FORMAT = "collegium-quiz/1";

    static final double USUAL_PASS_MARK = 0.7;

    public Quiz {
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
    }

    /** A quiz of all of these questions, taken as usual. */
    public Quiz(
            String title,
            String intro,
            double passMark,
            int attempts,
            boolean shuffleOptions,
            List<Question> questions) {
        this(title, intro, passMark, attempts, shuffleOptions, QuizRules.USUAL, List.of(), questions);
    }

    /** The quiz with other questions, of the same keys where it has sections. */
    public Quiz with(List<Question> others) {
        return new Quiz(title, intro, passMark, attempts, shuffleOptions, rules, sections, others);
    }

    /** The quiz with other sections, which ask its questions or draw from them. */
    public Quiz asking(List<QuizSection> others) {
        return new Quiz(title, intro, passMark, attempts, shuffleOptions, rules, others, questions);
    }

    /** The quiz without some questions, which no section names either; a section that named them alone goes, too. */
    public Quiz without(Set<String> keys) {
        List<QuizSection> others = sections.stream()
                .map(section -> section instanceof Fixed fixed ? fixed.without(keys) : section)
                .filter(section ->
                        !(section instanceof Fixed fixed) || !fixed.questions().isEmpty())
                .toList();
        return with(questions.stream()
                        .filter(question -> !keys.contains(question.key()))
                        .toList())
                .asking(others);
    }

    /** Whether every question can be graded. */
    public boolean keyed() {
        return questions.stream().allMatch(Question::keyed);
    }

    /**
     * The quiz as it is put in the attempt with this seed: its questions are those that are asked, in their order, with their values
     * drawn and computed with; its sections name them. The same seed always gives the same.
     */
    public Quiz drawn(long seed) {
        return QuestionDraw.quiz(this, seed);
    }

    /** What a section of this quiz may draw. */
    public List<Question> pool(QuizSection.Drawn section) {
        return QuestionDraw.pool(section, sections, questions).toList();
    }

    /** The keys of questions that no section asks or may draw; none where there are no sections. */
    public List<String> neverAsked() {
        if (sections.isEmpty()) {
            return List.of();
        }
        Set<String> asked = QuestionDraw.asked(sections, questions);
        return questions.stream()
                .map(Question::key)
                .filter(key -> !asked.contains(key))
                .toList();
    }

    /** The sum of the points that an attempt can earn; every draw is worth the same. */
    public double points() {
        return drawn(0).questions.stream().mapToDouble(Question::points).sum();
    }
}

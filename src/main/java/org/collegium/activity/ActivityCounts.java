package org.collegium.activity;

/**
 * How much is in an activity or a course.
 *
 * @param questions that learners are asked
 * @param unkeyedQuestions that say nothing of what is right; they may be more, where questions are drawn
 */
public record ActivityCounts(int figures, int formulas, int codeCells, int questions, int unkeyedQuestions) {

    public static final ActivityCounts NONE = new ActivityCounts(0, 0, 0, 0, 0);

    public ActivityCounts plus(ActivityCounts other) {
        return new ActivityCounts(
                figures + other.figures,
                formulas + other.formulas,
                codeCells + other.codeCells,
                questions + other.questions,
                unkeyedQuestions + other.unkeyedQuestions);
    }
}

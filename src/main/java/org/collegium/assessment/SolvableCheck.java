package org.collegium.assessment;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.collegium.courses.checks.CourseCheck;
import org.collegium.courses.checks.Finding;
import org.collegium.courses.checks.UnitContent;
import org.collegium.shared.RuleViolation;
import org.springframework.stereotype.Component;

/** Whether the answer that the key of a question calls right earns all of its points. */
@Component
final class SolvableCheck implements CourseCheck {

    /** So many drawings of a formula are tried. */
    private static final int DRAWINGS = 50;

    private static final double ROUNDING = 1e-9;

    @Override
    public boolean looksAt(String kind) {
        return kind.equals("quiz");
    }

    @Override
    public void check(UnitContent content, Consumer<Finding> findings) {
        QuizReader.readWithPlaces(content.file(), fault -> {}).ifPresent(read -> {
            List<Question> questions = read.quiz().questions();
            IntStream.range(0, questions.size())
                    .filter(i -> asksForRight(questions.get(i)) && !isSolvable(questions.get(i)))
                    .forEach(i -> findings.accept(new Finding(
                            Finding.Kind.QUESTIONS,
                            Finding.Severity.BLOCKS,
                            "assessment.finding.unsolvable",
                            read.yaml().place("/questions/" + i).line(),
                            List.of(questions.get(i).key()))));
        });
    }

    private static boolean asksForRight(Question question) {
        return question.keyed() && !question.waits();
    }

    static boolean isSolvable(Question question) {
        Stream<? extends Question> asked = question instanceof Question.Formula formula
                ? LongStream.range(0, DRAWINGS).mapToObj(seed -> Drawing.of(formula, seed))
                : Stream.of(question);
        return asked.allMatch(SolvableCheck::earnsAll);
    }

    private static boolean earnsAll(Question question) {
        try {
            return question.keyed()
                    && Grading.points(question, RightAnswers.to(question)) >= question.points() - ROUNDING;
        } catch (RuleViolation tooLongToBeGiven) {
            return false;
        }
    }
}

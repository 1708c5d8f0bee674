package org.collegium.integrity.similarity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptsForOthers;
import org.collegium.assessment.AttemptsForOthers.WrittenAnswer;
import org.collegium.courses.CourseRunId;
import org.springframework.stereotype.Component;

/** What learners write in quizzes, each question by itself; everybody was given the question, or the code with which one begins. */
@Component
class TextsOfQuizzes implements ComparedTexts {

    private final AttemptsForOthers attempts;

    TextsOfQuizzes(AttemptsForOthers attempts) {
        this.attempts = attempts;
    }

    @Override
    public String kind() {
        return "quiz";
    }

    @Override
    public List<ComparedPart> parts(CourseRunId run, String unitKey) {
        return attempts.written(run.value(), unitKey).stream()
                .map(question -> new ComparedPart(
                        question.key(),
                        question.stem(),
                        question.code() ? Wording.CODE : Wording.PROSE,
                        question.given()))
                .toList();
    }

    @Override
    public List<ComparedText> texts(CourseRunId run, String unitKey, ComparedPart part) {
        return texts(attempts.latest(run.value(), unitKey, part.key()));
    }

    @Override
    public List<ComparedText> texts(CourseRunId run, String unitKey, ComparedPart part, Set<UUID> sources) {
        return texts(attempts.of(
                run.value(),
                unitKey,
                part.key(),
                sources.stream().map(AttemptId::new).collect(Collectors.toSet())));
    }

    private static List<ComparedText> texts(List<WrittenAnswer> answers) {
        return answers.stream()
                .map(answer -> new ComparedText(answer.attempt().value(), answer.learner(), answer.text()))
                .toList();
    }
}

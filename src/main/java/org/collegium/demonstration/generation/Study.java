package org.collegium.demonstration.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.assessment.Answer;
import org.collegium.assessment.Grade;
import org.collegium.assessment.Grading;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.demonstration.generation.Shape.SharedQuiz;
import org.collegium.learning.CompletionRule;
import org.collegium.learning.CourseOutline;
import org.jspecify.annotations.Nullable;

/** What one learner does in one course, unit after unit, until they stop. */
final class Study {

    private static final int MOST_ATTEMPTS = 4;
    private static final double LEARNED_FROM_FAILURE = 0.12;
    private static final Duration LONGEST = Duration.ofDays(70);

    /** What happened to a unit. */
    record Done(
            CourseOutline.Step step,
            Instant opened,
            @Nullable Instant completed,
            List<Attempt> attempts) {

        Instant last() {
            Instant tried = attempts.isEmpty() ? opened : attempts.getLast().submitted();
            return completed != null && completed.isAfter(tried) ? completed : tried;
        }

        /** The best score after an attempt, as it is told to the log. */
        double bestAfter(int attempt) {
            return attempts.subList(0, attempt + 1).stream()
                    .mapToDouble(each -> each.grade().score())
                    .max()
                    .orElse(0);
        }
    }

    /** One attempt at a quiz, submitted. */
    record Attempt(
            UUID id, SharedQuiz quiz, Instant started, Instant submitted, Map<String, Answer> answers, Grade grade) {}

    private final Chance chance;
    private final GeneratedLearner learner;
    private final GeneratedCourse course;
    private final Instant end;
    private Instant now;

    Study(Chance chance, GeneratedLearner learner, GeneratedCourse course, Instant joined, Instant end) {
        this.chance = chance;
        this.learner = learner;
        this.course = course;
        this.end = end;
        this.now = joined;
    }

    /** Goes through the first {@code units} units that count, at most until the end of the story. */
    List<Done> through(int units) {
        List<CourseOutline.Step> steps = course.shape().steps().subList(0, units);
        Duration span = Duration.between(now, end);
        Duration pace = (span.compareTo(LONGEST) > 0 ? LONGEST : span).dividedBy(units + 1L);
        List<Done> done = new ArrayList<>();
        for (CourseOutline.Step step : steps) {
            wait(chance.share() < 0.6 ? Duration.ofMinutes(2) : pace.multipliedBy(2));
            if (!now.isBefore(end.minus(Duration.ofHours(2)))) {
                break;
            }
            done.add(step.rule() == CompletionRule.PASSED ? quiz(step) : read(step));
        }
        return done;
    }

    private Done read(CourseOutline.Step step) {
        Instant opened = now;
        wait(Duration.ofMinutes(Math.max(1, step.unit().minutes())));
        return new Done(step, opened, now, List.of());
    }

    private Done quiz(CourseOutline.Step step) {
        Instant opened = now;
        List<Attempt> attempts = new ArrayList<>();
        SharedQuiz quiz = course.shape().quizzes().get(step.key());
        int allowed = quiz == null
                ? 0
                : quiz.quiz().attempts() == 0 ? MOST_ATTEMPTS : quiz.quiz().attempts();
        while (quiz != null && attempts.size() < allowed) {
            Attempt attempt = attempt(quiz, attempts.size());
            attempts.add(attempt);
            if (attempt.grade().passed()) {
                return new Done(step, opened, attempt.submitted(), attempts);
            }
        }
        return new Done(step, opened, null, attempts);
    }

    private Attempt attempt(SharedQuiz quiz, int earlier) {
        wait(Duration.ofMinutes(1));
        Instant started = now;
        double sure = Math.min(0.99, learner.ability() + earlier * LEARNED_FROM_FAILURE);
        UUID id = chance.id(started);
        Quiz drawn = quiz.quiz().drawn(id.getLeastSignificantBits());
        Map<String, Answer> answers = new HashMap<>();
        for (Question question : drawn.questions()) {
            // What a person would have to mark is not written, so that no attempt waits.
            boolean right = chance.happens(sure) && !question.marked();
            answers.put(question.key(), right ? SampleAnswers.right(question) : SampleAnswers.wrong(question));
        }
        wait(Duration.ofMinutes(drawn.questions().size()));
        return new Attempt(id, quiz, started, now, answers, Grading.grade(drawn, answers));
    }

    /** Lets about so much time pass, at least a second. */
    private void wait(Duration about) {
        now = now.plusSeconds(1 + (long) (about.toSeconds() * chance.share()));
    }
}

package org.collegium.demonstration.generation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AttemptState;
import org.collegium.assessment.Question;
import org.collegium.demonstration.generation.Study.Attempt;
import org.collegium.demonstration.generation.Study.Done;
import org.collegium.learning.AttentionRule;
import org.collegium.learning.LearningEventKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a learner did as the facts of the log, the progress that follows from them, and attempts. */
final class LearningRows {

    private final Tables tables;
    private final JsonMapper json;

    LearningRows(Tables tables, JsonMapper json) {
        this.tables = tables;
        this.json = json;
    }

    /** Writes all; returns when the course was completed, null when it was not. */
    @Nullable
    Instant write(GeneratedLearner learner, GeneratedCourse course, List<Done> done, Chance chance) {
        int completed = 0;
        int stuck = 0;
        Instant completedAt = null;
        Instant last = Instant.EPOCH;
        for (Done unit : done) {
            events(learner, course, unit, chance);
            unitProgress(learner, course, unit);
            completed += unit.completed() == null ? 0 : 1;
            stuck += unit.completed() == null && unit.attempts().size() >= AttentionRule.FAILURES ? 1 : 0;
            completedAt = latest(completedAt, unit.completed());
            last = unit.last().isAfter(last) ? unit.last() : last;
        }
        int total = course.shape().steps().size();
        boolean all = completed == total;
        tables.add(
                "course_progress",
                learner.id(),
                course.run(),
                0,
                completed,
                total,
                stuck,
                last,
                all ? completedAt : null);
        tables.add(
                "resume_point",
                learner.id(),
                course.run(),
                done.getLast().step().key(),
                0,
                last);
        if (all && completedAt != null) {
            fact(learner, course, "", LearningEventKind.COMPLETED, "", completedAt, chance);
        }
        return all ? completedAt : null;
    }

    private void events(GeneratedLearner learner, GeneratedCourse course, Done unit, Chance chance) {
        String key = unit.step().key();
        String day = unit.opened().toString().substring(0, "2000-01-01".length());
        fact(learner, course, key, LearningEventKind.OPENED, day, unit.opened(), chance);
        for (int number = 0; number < unit.attempts().size(); number++) {
            attempt(learner, course, unit, number, chance);
        }
        if (unit.completed() != null) {
            fact(learner, course, key, unit.step().rule().event(), "", unit.completed(), chance);
        }
    }

    private void attempt(GeneratedLearner learner, GeneratedCourse course, Done unit, int number, Chance chance) {
        Attempt attempt = unit.attempts().get(number);
        String key = unit.step().key();
        boolean passed = attempt.grade().passed();
        Instant at = attempt.submitted();
        tables.add(
                "learning_event",
                chance.id(at),
                learner.id(),
                course.run(),
                key,
                LearningEventKind.SCORED.name(),
                at.toString(),
                unit.bestAfter(number),
                passed,
                at);
        UUID id = attempt.id();
        tables.add(
                "quiz_attempt",
                id,
                1,
                learner.id(),
                course.run(),
                key,
                attempt.quiz().sha256(),
                number + 1,
                AttemptState.SUBMITTED.name(),
                id.getLeastSignificantBits(),
                attempt.started(),
                at,
                attempt.grade().points(),
                attempt.grade().score(),
                passed);
        answers(attempt, id);
    }

    private void answers(Attempt attempt, UUID id) {
        Map<String, Answer> answers = attempt.answers();
        int sequence = 0;
        for (Question question :
                attempt.quiz().quiz().drawn(id.getLeastSignificantBits()).questions()) {
            Answer answer = answers.getOrDefault(question.key(), Answer.NONE);
            String values = json.writeValueAsString(answer.values());
            tables.add("quiz_answer", id, question.key(), values, ++sequence, attempt.submitted());
        }
    }

    private void unitProgress(GeneratedLearner learner, GeneratedCourse course, Done unit) {
        List<Attempt> attempts = unit.attempts();
        boolean done = unit.completed() != null;
        tables.add(
                "unit_progress",
                learner.id(),
                course.run(),
                unit.step().key(),
                unit.opened(),
                unit.completed(),
                done ? unit.step().rule().event().name() : null,
                attempts.isEmpty() ? null : unit.bestAfter(attempts.size() - 1),
                attempts.isEmpty() ? null : attempts.getLast().submitted(),
                attempts.size() - (done && !attempts.isEmpty() ? 1 : 0),
                unit.last());
    }

    private void fact(
            GeneratedLearner learner,
            GeneratedCourse course,
            String unit,
            LearningEventKind kind,
            String occasion,
            Instant at,
            Chance chance) {
        tables.add(
                "learning_event",
                chance.id(at),
                learner.id(),
                course.run(),
                unit,
                kind.name(),
                occasion,
                null,
                null,
                at);
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}

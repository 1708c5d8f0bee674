package org.collegium.assessment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityCompleted;
import org.collegium.content.BlobId;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What attempts are worth: by the key that holds for them, with the points that single questions were given. Whoever changes a grade
 * comes through here, and progress is told.
 */
@Component
@Unguarded("part of permitted work on grades, and of jobs")
public class AttemptGrades {

    /** Points are sums and not exact. */
    private static final double NEARLY = 1e-9;

    private final AttemptRepository attempts;
    private final AnswerRows answers;
    private final Adjustments adjustments;
    private final CorrectedKeys keys;
    private final Quizzes quizzes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AttemptGrades(
            AttemptRepository attempts,
            AnswerRows answers,
            Adjustments adjustments,
            CorrectedKeys keys,
            Quizzes quizzes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.attempts = attempts;
        this.answers = answers;
        this.adjustments = adjustments;
        this.keys = keys;
        this.quizzes = quizzes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an attempt is worth.
     *
     * @param possible points of all questions that count
     */
    public record Worth(double points, double possible, double score, boolean passed) {

        static Worth of(Grade grade) {
            return new Worth(grade.points(), grade.possible(), grade.score(), grade.passed());
        }

        /** Whether it says something else. */
        public boolean differs(Worth other) {
            return passed != other.passed
                    || Math.abs(points - other.points) > NEARLY
                    || Math.abs(possible - other.possible) > NEARLY;
        }

        /** Whether whoever has this would lose with the other. */
        public boolean betterThan(Worth other) {
            return score > other.score + NEARLY || (passed && !other.passed);
        }
    }

    /** An attempt by the key that holds for it now, and by another. */
    public record Compared(AttemptId attempt, AccountId learner, int number, Worth before, Worth after) {}

    /** The quiz that an attempt is graded by, with the questions that were asked in it and no others. */
    Quiz key(AttemptRecord attempt) {
        return key(attempt, attempt.key());
    }

    private Quiz key(AttemptRecord attempt, BlobId key) {
        return quizzes.open(key).drawn(attempt.seed());
    }

    /** Has an attempt that is open graded by the key that holds now; one query. */
    void correct(AttemptRecord attempt) {
        keys.of(attempt.run(), attempt.unitKey(), attempt.quiz()).ifPresent(attempt::gradeBy);
    }

    /** What an attempt is worth by its key; one query. */
    Grade grade(AttemptRecord attempt, Map<String, Answer> given) {
        Quiz quiz = key(attempt);
        return Grading.adjusted(quiz, Grading.grade(quiz, given), adjustments.of(attempt.id()));
    }

    /** A graded attempt with everything, for those who may see it; empty when there is no such attempt or it is open. Three queries. */
    @Transactional(readOnly = true)
    public Optional<AttemptResult> result(AttemptId id) {
        return attempts.all(List.of(id)).stream()
                .filter(attempt -> !attempt.open())
                .findFirst()
                .map(attempt -> {
                    Map<String, SavedAnswer> given = answers.of(id);
                    Quiz quiz = key(attempt);
                    return new AttemptResult(
                            attempt.number(),
                            AskedQuiz.of(quizzes.open(attempt.quiz()), attempt.seed())
                                    .worth(quiz),
                            quiz,
                            given,
                            grade(attempt, AttemptResult.answers(given)),
                            Review.Shown.ALL);
                });
    }

    /** Attempts that are graded, by the key that holds for each now and by another; three queries. */
    @Transactional(readOnly = true)
    public List<Compared> compare(Collection<AttemptId> ids, BlobId other) {
        List<UUID> values = ids.stream().map(AttemptId::value).toList();
        Map<UUID, Map<String, Answer>> given = answers.of(values);
        Map<UUID, Map<String, Double>> adjusted = adjustments.of(values);
        return attempts.all(ids).stream()
                .filter(attempt -> !attempt.open())
                .map(attempt -> compare(
                        attempt,
                        other,
                        given.getOrDefault(attempt.id().value(), Map.of()),
                        adjusted.getOrDefault(attempt.id().value(), Map.of())))
                .toList();
    }

    private Compared compare(
            AttemptRecord attempt, BlobId other, Map<String, Answer> given, Map<String, Double> adjusted) {
        return new Compared(
                attempt.id(),
                attempt.learner(),
                attempt.number(),
                Worth.of(grade(key(attempt), given, adjusted)),
                Worth.of(grade(key(attempt, other), given, adjusted)));
    }

    private static Grade grade(Quiz quiz, Map<String, Answer> given, Map<String, Double> adjusted) {
        return Grading.adjusted(quiz, Grading.grade(quiz, given), adjusted);
    }

    /**
     * Grades a submitted attempt by another key, and tells progress when that changes anything; about six queries.
     *
     * @param unlessBetter whether an attempt that would lose keeps its key
     * @return what it was worth and what the other key makes of it; empty when there is no such attempt or it is open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Compared> regrade(AttemptId id, CorrectedKeys.Correction correction, boolean unlessBetter) {
        return attempts.held(id).filter(attempt -> !attempt.open()).map(attempt -> {
            Map<String, Answer> given =
                    answers.of(List.of(id.value())).getOrDefault(id.value(), Map.of());
            Map<String, Double> adjusted = adjustments.of(id);
            Compared compared = compare(attempt, correction.key(), given, adjusted);
            if (unlessBetter && compared.before().betterThan(compared.after())) {
                attempt.keepKey(correction.regrade());
                attempts.saveAndFlush(attempt);
                return compared;
            }
            attempt.gradeBy(correction);
            write(attempt, grade(key(attempt), given, adjusted), compared.before().differs(compared.after()));
            return compared;
        });
    }

    private void write(AttemptRecord attempt, Grade grade, boolean changed) {
        attempt.regrade(grade);
        attempts.saveAndFlush(attempt);
        if (changed && grade.complete()) {
            tell(attempt);
        }
    }

    /**
     * Gives a question of a graded attempt points that it keeps whatever its key says.
     *
     * @return what the attempt was worth and is worth now; empty when there is no such attempt or it is open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Compared> adjust(AttemptId id, String question, double points, String reason, AccountId by) {
        return attempts.held(id).filter(attempt -> !attempt.open()).map(attempt -> {
            Map<String, Answer> given =
                    answers.of(List.of(id.value())).getOrDefault(id.value(), Map.of());
            Worth before = Worth.of(grade(attempt, given));
            adjustments.give(id, question, points, reason, by, clock.instant());
            Grade now = grade(attempt, given);
            write(attempt, now, before.differs(Worth.of(now)));
            return new Compared(id, attempt.learner(), attempt.number(), before, Worth.of(now));
        });
    }

    /** Tells progress what the attempts of a learner at a quiz are worth together. Part of a transaction. */
    void tell(AttemptRecord attempt) {
        List<AttemptSummary> all =
                attempts.ofUnit(attempt.learner().value(), attempt.run(), attempt.unitKey()).stream()
                        .map(AttemptRecord::seen)
                        .toList();
        Standing standing = Standing.of(quizzes.open(attempt.quiz()), all);
        events.publishEvent(new ActivityCompleted(
                attempt.learner(),
                attempt.run(),
                attempt.unitKey(),
                Attempts.KIND,
                standing.score(),
                standing.passed(),
                clock.instant()));
    }
}

package org.collegium.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.content.BlobId;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
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
    private final AttemptResults results;
    private final AnswerRows answers;
    private final AttemptMarks marks;
    private final CodeResultRows code;
    private final Adjustments adjustments;
    private final CorrectedKeys keys;
    private final Quizzes quizzes;
    private final TellingScores telling;
    private final Clock clock;

    AttemptGrades(
            AttemptRepository attempts,
            AttemptResults results,
            AnswerRows answers,
            AttemptMarks marks,
            CodeResultRows code,
            Adjustments adjustments,
            CorrectedKeys keys,
            Quizzes quizzes,
            TellingScores telling,
            Clock clock) {
        this.attempts = attempts;
        this.results = results;
        this.answers = answers;
        this.marks = marks;
        this.code = code;
        this.adjustments = adjustments;
        this.keys = keys;
        this.quizzes = quizzes;
        this.telling = telling;
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

    /** Has what cannot be graded yet wait for persons and tests, as an attempt ends, and tells what is known of it. */
    void await(AttemptRecord attempt, Quiz quiz, Map<String, Answer> given, Collection<String> waiting) {
        Instant now = clock.instant();
        marks.await(attempt, quiz, waiting, now);
        code.await(attempt.key(), quiz, Map.of(attempt.id().value(), given), now);
        telling.after(attempt);
    }

    /** Has an attempt that is open graded by the key that holds now; one query. */
    void correct(AttemptRecord attempt) {
        keys.of(attempt.run(), attempt.unitKey(), attempt.quiz()).ifPresent(attempt::gradeBy);
    }

    /** A graded attempt with everything, for those who may see it; empty when there is no such attempt or it is open. Four queries. */
    @Transactional(readOnly = true)
    public Optional<AttemptResult> result(AttemptId id) {
        return attempts.all(List.of(id)).stream()
                .filter(attempt -> !attempt.open())
                .findFirst()
                .map(results::whole);
    }

    /** Submitted attempts, by the key that holds for each now and by another; four queries. */
    @Transactional(readOnly = true)
    public List<Compared> compare(Collection<AttemptId> ids, BlobId other) {
        return compare(
                attempts.all(ids).stream().filter(attempt -> !attempt.open()).toList(), other);
    }

    private List<Compared> compare(List<AttemptRecord> submitted, BlobId other) {
        List<UUID> ids = submitted.stream().map(attempt -> attempt.id().value()).toList();
        Map<UUID, Map<String, Answer>> given = answers.of(ids);
        Map<UUID, Map<String, Double>> marked = marks.points(ids);
        Map<UUID, Adjustments.Changes> adjusted = adjustments.of(ids);
        return submitted.stream()
                .map(attempt -> {
                    UUID id = attempt.id().value();
                    Given all = new Given(
                            given.getOrDefault(id, Map.of()),
                            marked.getOrDefault(id, Map.of()),
                            adjusted.getOrDefault(id, Adjustments.Changes.NONE));
                    return new Compared(
                            attempt.id(),
                            attempt.learner(),
                            attempt.number(),
                            worth(attempt, attempt.key(), all),
                            worth(attempt, other, all));
                })
                .toList();
    }

    /**
     * Whether all code of these attempts was run by the tests of a key; what was not is asked for in this transaction, and its attempts
     * are to be looked at again later. Two queries where the quiz asks for code.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean ran(Collection<AttemptId> ids, BlobId key) {
        List<UUID> values = ids.stream().map(AttemptId::value).toList();
        Quiz quiz = quizzes.open(key);
        return quiz.questions().stream().noneMatch(CodeQuestion.class::isInstance)
                || code.await(key, quiz, answers.of(values), clock.instant()).isEmpty();
    }

    /** What was answered in an attempt, and what persons gave for it. */
    private record Given(Map<String, Answer> answers, Map<String, Double> marks, Adjustments.Changes changes) {}

    private Worth worth(AttemptRecord attempt, BlobId key, Given given) {
        Quiz quiz = quizzes.open(key).drawn(attempt.seed());
        Grade grade = Grading.grade(quiz, given.answers(), given.marks());
        return Worth.of(given.changes().to(quiz, grade));
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
            Compared compared = compare(List.of(attempt), correction.key()).getFirst();
            if (unlessBetter && compared.before().betterThan(compared.after())) {
                attempt.keepKey(correction.regrade());
                attempts.saveAndFlush(attempt);
                return compared;
            }
            attempt.gradeBy(correction);
            write(attempt, results.grade(attempt), compared.before().differs(compared.after()));
            return compared;
        });
    }

    private void write(AttemptRecord attempt, Grade grade, boolean changed) {
        boolean another = attempt.regrade(grade);
        attempts.saveAndFlush(attempt);
        if (another || changed) {
            telling.after(attempt);
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
            Worth before = Worth.of(results.grade(attempt));
            adjustments.give(id, question, points, reason, by, clock.instant());
            Grade now = results.grade(attempt);
            write(attempt, now, before.differs(Worth.of(now)));
            return new Compared(id, attempt.learner(), attempt.number(), before, Worth.of(now));
        });
    }
}

package org.collegium.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityCompleted;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.content.BlobId;
import org.collegium.enrolment.OpenPlaces;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answering quizzes: a learner has at most one open attempt at each, and what was saved is never lost. */
@Service
public class Attempts {

    static final String KIND = "quiz";

    private static final String OWN = "@access.is(#learner)";

    private final AttemptRepository attempts;
    private final AttemptAnswers answers;
    private final Quizzes quizzes;
    private final OpenPlaces places;
    private final Reviewing reviewing;
    private final RetriedTransactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attempts(
            AttemptRepository attempts,
            AttemptAnswers answers,
            Quizzes quizzes,
            OpenPlaces places,
            Reviewing reviewing,
            RetriedTransactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.attempts = attempts;
        this.answers = answers;
        this.quizzes = quizzes;
        this.places = places;
        this.reviewing = reviewing;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** The quiz at a place as it is put, without an attempt; no query. */
    @PreAuthorize("@access.signedIn()")
    public AskedQuiz quiz(ActivityPlace place) {
        return AskedQuiz.of(quizzes.open(new BlobId(place.sha256())), 0);
    }

    /**
     * Goes on with the open attempt, or starts another, and lets the learner's browser save answers until the run closes. Two tabs
     * that start at once are in the same attempt. About ten small queries.
     */
    @PreAuthorize(OWN)
    public StartResult start(AccountId learner, ActivityPlace place) {
        UUID run = place.run();
        if (run == null || !places.isOpen(learner, place, KIND)) {
            return new StartResult.NotOpen();
        }
        return onceMore(() -> transactions.run(() -> start(learner, run, place)));
    }

    private StartResult start(AccountId learner, UUID run, ActivityPlace place) {
        List<AttemptRecord> earlier = attempts.ofUnit(learner.value(), run, place.unitKey());
        Optional<AttemptRecord> open =
                earlier.stream().filter(AttemptRecord::open).findFirst();
        if (open.isPresent()) {
            return new StartResult.Going(going(learner, open.get()));
        }
        BlobId file = new BlobId(place.sha256());
        int allowed = quizzes.open(file).attempts();
        if (allowed > 0 && earlier.size() >= allowed) {
            return new StartResult.NoneLeft(allowed);
        }
        int number = earlier.stream().mapToInt(AttemptRecord::number).max().orElse(0) + 1;
        return new StartResult.Going(going(
                learner,
                attempts.saveAndFlush(
                        AttemptRecord.start(learner, run, place.unitKey(), file, number, clock.instant()))));
    }

    /**
     * Keeps answers that are told rather than given in a browser, as by a demonstration. They are in the database when this
     * returns.
     *
     * @param given by question key
     * @throws AccessDeniedException when it is not an attempt of this learner
     */
    @PreAuthorize(OWN)
    public SaveResult save(AccountId learner, AttemptId id, Map<String, Answer> given) {
        return transactions.run(() -> {
            AttemptRecord attempt = attempts.held(id, learner.value()).orElseThrow(Attempts::notTheirs);
            if (!attempt.open()) {
                return new SaveResult.AlreadySubmitted();
            }
            if (!places.isOpen(learner, attempt.run())) {
                return new SaveResult.NotOpen();
            }
            Set<String> known =
                    drawn(attempt).questions().stream().map(Question::key).collect(Collectors.toSet());
            if (!known.containsAll(given.keySet())) {
                throw new IllegalArgumentException("The quiz has not all of the questions " + given.keySet());
            }
            answers.keep(learner, answers.open(learner, id, places.closes(attempt.run())), given);
            return new SaveResult.Saved(clock.instant());
        });
    }

    /**
     * Ends an attempt and grades it, once; a second time returns the same result. Everything saved counts, also when the run has
     * closed since; what comes later is refused.
     *
     * @throws AccessDeniedException when it is not an attempt of this learner
     */
    @PreAuthorize(OWN)
    public AttemptResult submit(AccountId learner, AttemptId id) {
        return transactions.run(() -> {
            AttemptRecord attempt = attempts.held(id, learner.value()).orElseThrow(Attempts::notTheirs);
            if (!attempt.open()) {
                return result(learner, attempt);
            }
            Instant now = clock.instant();
            Quiz quiz = drawn(attempt);
            Map<String, SavedAnswer> given = answers.end(learner, id, quiz);
            attempt.submit(Grading.grade(quiz, AttemptResult.answers(given)), now);
            attempts.saveAndFlush(attempt);
            tell(learner, attempt, now);
            return result(learner, attempt, given);
        });
    }

    private void tell(AccountId learner, AttemptRecord attempt, Instant now) {
        List<AttemptSummary> all = attempts.ofUnit(learner.value(), attempt.run(), attempt.unitKey()).stream()
                .map(AttemptRecord::seen)
                .toList();
        Standing standing = Standing.of(quizzes.open(attempt.quiz()), all);
        events.publishEvent(new ActivityCompleted(
                learner, attempt.run(), attempt.unitKey(), KIND, standing.score(), standing.passed(), now));
    }

    /**
     * A graded attempt, empty while it is open; two queries, two more where the quiz does not show all of it at once.
     *
     * @throws AccessDeniedException when it is not an attempt of this learner
     */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public Optional<AttemptResult> result(AccountId learner, AttemptId id) {
        AttemptRecord attempt = attempts.of(id, learner.value()).orElseThrow(Attempts::notTheirs);
        return attempt.open() ? Optional.empty() : Optional.of(result(learner, attempt));
    }

    /** The attempts of a learner at a quiz, the latest first; one query, one more where the quiz does not show scores at once. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public List<AttemptSummary> history(AccountId learner, UUID run, String unitKey) {
        return reviewing.seen(attempts.ofUnit(learner.value(), run, unitKey));
    }

    private OpenAttempt going(AccountId learner, AttemptRecord attempt) {
        WorkTicket ticket = answers.open(learner, attempt.id(), places.closes(attempt.run()));
        return new OpenAttempt(
                attempt.id(),
                attempt.number(),
                asked(attempt),
                answers.soFar(learner, attempt.id(), drawn(attempt), ticket),
                ticket);
    }

    private AskedQuiz asked(AttemptRecord attempt) {
        return AskedQuiz.of(quizzes.open(attempt.quiz()), attempt.seed());
    }

    /** What an attempt is graded by: the questions that were asked in it, and no others. */
    private Quiz drawn(AttemptRecord attempt) {
        return quizzes.open(attempt.quiz()).drawn(attempt.seed());
    }

    private AttemptResult result(AccountId learner, AttemptRecord attempt) {
        return result(learner, attempt, answers.counted(attempt.id()));
    }

    private AttemptResult result(AccountId learner, AttemptRecord attempt, Map<String, SavedAnswer> given) {
        Quiz quiz = drawn(attempt);
        return new AttemptResult(
                attempt.number(),
                asked(attempt),
                quiz,
                given,
                Grading.grade(quiz, AttemptResult.answers(given)),
                reviewing.shown(learner, attempt));
    }

    /** Another tab may have inserted the same attempt in between; then it is found the second time. */
    private static <T> T onceMore(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataIntegrityViolationException taken) {
            return work.get();
        }
    }

    private static AccessDeniedException notTheirs() {
        return new AccessDeniedException("Not an attempt of this learner");
    }
}

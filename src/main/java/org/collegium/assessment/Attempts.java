package org.collegium.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.QuizTerms;
import org.collegium.content.BlobId;
import org.collegium.enrolment.OpenPlaces;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
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
    private final AttemptResults results;
    private final OpenPlaces places;
    private final AttemptClocks clocks;
    private final AttemptGrades grades;
    private final Reviewing reviewing;
    private final RetriedTransactions transactions;
    private final Clock clock;

    Attempts(
            AttemptRepository attempts,
            AttemptAnswers answers,
            Quizzes quizzes,
            AttemptResults results,
            OpenPlaces places,
            AttemptClocks clocks,
            AttemptGrades grades,
            Reviewing reviewing,
            RetriedTransactions transactions,
            Clock clock) {
        this.attempts = attempts;
        this.answers = answers;
        this.quizzes = quizzes;
        this.results = results;
        this.places = places;
        this.clocks = clocks;
        this.grades = grades;
        this.reviewing = reviewing;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The quiz at a place as it is put, without an attempt; no query. */
    @PreAuthorize("@access.signedIn()")
    public AskedQuiz quiz(ActivityPlace place) {
        return AskedQuiz.of(quizzes.open(new BlobId(place.sha256())), 0);
    }

    /** As {@link #start(AccountId, ActivityPlace, Entrance)} where nothing is asked for. */
    @PreAuthorize(OWN)
    public StartResult start(AccountId learner, ActivityPlace place) {
        return start(learner, place, Entrance.FREE);
    }

    /**
     * Goes on with the open attempt, or starts another, and lets the learner's browser save answers until the attempt's time is up
     * or the run closes. Two tabs that start at once are in the same attempt. About eleven small queries for an attempt that begins.
     *
     * @param entrance what is asked for before an attempt is started; to go on with one needs nothing
     */
    @PreAuthorize(OWN)
    public StartResult start(AccountId learner, ActivityPlace place, Entrance entrance) {
        UUID run = place.run();
        clocks.wake();
        if (run == null) {
            return new StartResult.NotOpen();
        }
        List<AttemptRecord> known = settled(learner, run, place.unitKey());
        boolean begun = known.stream().anyMatch(AttemptRecord::open);
        Optional<OpenAttempt> open = begun ? goOn(learner, place) : Optional.empty();
        if (open.isPresent()) {
            return new StartResult.Going(open.get());
        }
        if (!places.isOpen(learner, place, KIND)) {
            return new StartResult.NotOpen();
        }
        QuizTerms terms = clocks.terms(learner, place);
        String honour = HonourStatement.sha256(
                quizzes.open(new BlobId(place.sha256())).rules().honour());
        if (!honour.equals(entrance.agreed())) {
            return new StartResult.NotAgreed();
        }
        return clocks.refusal(learner, run, place.unitKey(), terms, entrance.password())
                .orElseGet(() -> begin(learner, run, place, terms, honour, known.isEmpty()));
    }

    /**
     * Another tab may insert the same attempt in between; then it is found the second time.
     *
     * @param first whether there was no attempt just now
     */
    private StartResult begin(
            AccountId learner, UUID run, ActivityPlace place, QuizTerms terms, String honour, boolean first) {
        Supplier<List<AttemptRecord>> earlier = () -> attempts.ofUnit(learner.value(), run, place.unitKey());
        try {
            return transactions.run(() -> start(learner, run, place, terms, honour, first ? List.of() : earlier.get()));
        } catch (DataIntegrityViolationException taken) {
            return transactions.run(() -> start(learner, run, place, terms, honour, earlier.get()));
        }
    }

    /** The attempt that is open at a place, empty when there is none or nothing is taken now; about eight small queries. */
    @PreAuthorize(OWN)
    public Optional<OpenAttempt> goOn(AccountId learner, ActivityPlace place) {
        UUID run = place.run();
        clocks.wake();
        return run == null
                ? Optional.empty()
                : transactions.run(() -> attempts.ofUnit(learner.value(), run, place.unitKey()).stream()
                        .filter(this::goesOn)
                        .findFirst()
                        .filter(attempt -> places.isOpen(
                                learner, place, KIND, attempt.time().credited()))
                        .map(attempt -> going(learner, attempt)));
    }

    private StartResult start(
            AccountId learner,
            UUID run,
            ActivityPlace place,
            QuizTerms terms,
            String honour,
            List<AttemptRecord> earlier) {
        Optional<AttemptRecord> open = earlier.stream().filter(this::goesOn).findFirst();
        if (open.isPresent()) {
            return new StartResult.Going(going(learner, open.get()));
        }
        if (terms.attempts() > 0 && earlier.size() >= terms.attempts()) {
            return new StartResult.NoneLeft(terms.attempts());
        }
        int number = earlier.stream().mapToInt(AttemptRecord::number).max().orElse(0) + 1;
        AttemptRecord attempt = AttemptRecord.start(
                learner,
                run,
                place.unitKey(),
                new BlobId(place.sha256()),
                number,
                AttemptTime.starting(terms, clock.instant()));
        if (!honour.isEmpty()) {
            attempt.agree(honour);
        }
        grades.correct(attempt);
        AttemptRecord begun = attempts.saveAndFlush(attempt);
        clocks.meet(begun, terms);
        return new StartResult.Going(begun(learner, begun));
    }

    /** Of an attempt that begins now there is nothing to be found yet. */
    private OpenAttempt begun(AccountId learner, AttemptRecord attempt) {
        Instant closes = clocks.closes(attempt);
        Instant end = attempt.time().savesEnd(closes);
        WorkTicket ticket = answers.open(learner, attempt.id(), results.drawn(attempt), end);
        return OpenAttempt.of(
                attempt, clocks.shown(attempt, closes), results.asked(attempt), Map.of(), ticket, List.of());
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
            if (!places.isOpen(learner, attempt.run()) || clocks.isOver(attempt)) {
                return new SaveResult.NotOpen();
            }
            Quiz quiz = results.drawn(attempt);
            Set<String> known = quiz.questions().stream().map(Question::key).collect(Collectors.toSet());
            if (!known.containsAll(given.keySet())) {
                throw new IllegalArgumentException("The quiz has not all of the questions " + given.keySet());
            }
            WorkTicket ticket = answers.open(learner, id, quiz, attempt.time().savesEnd(clocks.closes(attempt)));
            List<String> late = answers.keep(learner, ticket, quiz, results.asked(attempt), given);
            return late.isEmpty() ? new SaveResult.Saved(clock.instant()) : new SaveResult.OutOfTurn(late);
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
        return transactions.run(() -> attempts.held(id, learner.value())
                .map(attempt -> attempt.open() ? end(attempt) : results.of(learner, attempt))
                .orElseThrow(Attempts::notTheirs));
    }

    private AttemptResult end(AttemptRecord attempt) {
        return end(attempt, grade -> clocks.stop(attempt, grade, clock.instant()));
    }

    /** @param stop is given what it is worth and says when it ended and why */
    AttemptResult end(AttemptRecord attempt, Consumer<Grade> stop) {
        AccountId learner = attempt.learner();
        grades.correct(attempt);
        Quiz quiz = results.drawn(attempt);
        Map<String, SavedAnswer> given = answers.end(learner, attempt.id(), quiz, results.asked(attempt));
        Grade grade = Grading.grade(quiz, AttemptResult.answers(given));
        stop.accept(grade);
        attempts.saveAndFlush(attempt);
        grades.await(attempt, quiz, AttemptResult.answers(given), grade.waiting());
        return results.of(learner, attempt, given);
    }

    private boolean goesOn(AttemptRecord attempt) {
        return attempt.open() && !clocks.isOver(attempt);
    }

    /**
     * Ends and grades an attempt whose time is up, and whose run has closed: what was saved counts. It is done once, whoever comes
     * first: a job, the learner who looks, another node. Returns whether it was done now.
     */
    boolean endIfOver(AttemptId id) {
        return transactions.run(() -> attempts.held(id)
                .filter(AttemptRecord::open)
                .filter(clocks::isOver)
                .map(this::end)
                .isPresent());
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
        return attempt.open() ? Optional.empty() : Optional.of(results.of(learner, attempt));
    }

    /** The attempts of a learner at a quiz, the latest first; one query, one more where the quiz does not show scores at once, and one while one is open, which is ended if it is over. */
    @PreAuthorize(OWN)
    public List<AttemptSummary> history(AccountId learner, UUID run, String unitKey) {
        return reviewing.seen(settled(learner, run, unitKey));
    }

    private List<AttemptRecord> settled(AccountId learner, UUID run, String unitKey) {
        List<AttemptRecord> all = attempts.ofUnit(learner.value(), run, unitKey);
        if (all.stream().noneMatch(each -> each.open() && !goesOn(each))) {
            return all;
        }
        clocks.beat();
        all.stream().filter(AttemptRecord::open).forEach(attempt -> endIfOver(attempt.id()));
        return attempts.ofUnit(learner.value(), run, unitKey);
    }

    /** The attempt is held, so that its end is not moved while the work is given the same. */
    private OpenAttempt going(AccountId learner, AttemptRecord found) {
        AttemptRecord attempt = attempts.held(found.id(), learner.value()).orElseThrow(Attempts::notTheirs);
        grades.correct(attempt);
        Quiz quiz = results.drawn(attempt);
        Instant closes = clocks.closes(attempt);
        WorkTicket ticket =
                answers.open(learner, attempt.id(), quiz, attempt.time().savesEnd(closes));
        AskedQuiz asked = results.asked(attempt);
        Map<String, SavedAnswer> given = answers.soFar(learner, attempt.id(), quiz, asked, ticket);
        return OpenAttempt.of(attempt, clocks.shown(attempt, closes), asked, given, ticket, clocks.credits(attempt));
    }

    private static AccessDeniedException notTheirs() {
        return new AccessDeniedException("Not an attempt of this learner");
    }
}

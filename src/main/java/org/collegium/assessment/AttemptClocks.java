package org.collegium.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.WorkEndPassed;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.Credit;
import org.collegium.assessment.exam.EndedBy;
import org.collegium.assessment.exam.LearnersTerms;
import org.collegium.assessment.exam.Outages;
import org.collegium.assessment.exam.PasswordAnswer;
import org.collegium.assessment.exam.QuizTerms;
import org.collegium.assessment.exam.TermsChanged;
import org.collegium.content.BlobId;
import org.collegium.enrolment.OpenPlaces;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The clocks of attempts: on what terms they start, when they end, and what moves that. */
@Service
public class AttemptClocks {

    private final AttemptRepository attempts;
    private final AttemptAnswers answers;
    private final Quizzes quizzes;
    private final LearnersTerms terms;
    private final Outages outages;
    private final OpenPlaces places;
    private final RetriedTransactions transactions;
    private final Clock clock;

    AttemptClocks(
            AttemptRepository attempts,
            AttemptAnswers answers,
            Quizzes quizzes,
            LearnersTerms terms,
            Outages outages,
            OpenPlaces places,
            RetriedTransactions transactions,
            Clock clock) {
        this.attempts = attempts;
        this.answers = answers;
        this.quizzes = quizzes;
        this.terms = terms;
        this.outages = outages;
        this.places = places;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** On what terms a learner takes the quiz at a place; as the quiz itself says in a preview, else one query. */
    @PreAuthorize("@access.is(#learner)")
    public QuizTerms terms(AccountId learner, ActivityPlace place) {
        QuizTerms usual = usual(new BlobId(place.sha256()));
        UUID run = place.run();
        return run == null ? usual : terms.of(learner, run, place.unitKey(), usual);
    }

    private QuizTerms usual(BlobId file) {
        Quiz quiz = quizzes.open(file);
        return QuizTerms.usual(Duration.ofMinutes(quiz.rules().timeLimit()), quiz.attempts());
    }

    /** Why the learner cannot start an attempt now; empty when they can. */
    Optional<StartResult> refusal(AccountId learner, UUID run, String unitKey, QuizTerms on, String password) {
        Instant now = clock.instant();
        Instant opens = on.opens();
        if (opens != null && on.early(now)) {
            return Optional.of(new StartResult.NotYet(opens));
        }
        Instant closes = on.closes();
        if (closes != null && on.late(now)) {
            return Optional.of(new StartResult.Over(closes));
        }
        return !on.password()
                ? Optional.empty()
                : switch (terms.tryPassword(learner, run, unitKey, password)) {
                    case PasswordAnswer.Right() -> Optional.empty();
                    case PasswordAnswer.Wrong() -> Optional.of(new StartResult.WrongPassword());
                    case PasswordAnswer.Wait(Duration time) -> Optional.of(new StartResult.Wait(time));
                };
    }

    /** On what terms as the learner reads them: a quiz closes at the latest with its run. Two queries. */
    @PreAuthorize("@access.is(#learner)")
    public QuizTerms told(AccountId learner, ActivityPlace place) {
        QuizTerms terms = terms(learner, place);
        UUID run = place.run();
        return run == null ? terms : terms.closing(places.closes(run));
    }

    /** When the run of an attempt closes; null for never. One query. */
    @Nullable
    Instant closes(AttemptRecord attempt) {
        return places.closes(attempt.run());
    }

    /** The clock of an attempt as its learner sees it. */
    AttemptTime shown(AttemptRecord attempt, @Nullable Instant runCloses) {
        return attempt.time().shown(runCloses, clock.instant());
    }

    /** When saving ends in an attempt; null for never. One query. */
    private @Nullable Instant savesEnd(AttemptRecord attempt) {
        return attempt.time().savesEnd(places.closes(attempt.run()));
    }

    /** Ends an attempt that is held: now, or when its clock ended, or its run. */
    void stop(AttemptRecord attempt, Grade grade, Instant now) {
        Instant closes = places.closes(attempt.run());
        EndedBy by = attempt.time().endedBy(now, closes);
        Instant end = attempt.time().ends(closes);
        attempt.submit(grade, by == EndedBy.LEARNER || end == null || end.isAfter(now) ? now : end, by);
    }

    /** Ends an attempt that is held because its learner leaves the run, or because its time was up before; one query. */
    void leave(AttemptRecord attempt, Grade grade, Instant now) {
        if (isOver(attempt)) {
            stop(attempt, grade, now);
        } else {
            attempt.submit(grade, now, EndedBy.LEFT);
        }
    }

    /** Whether an attempt that is open is to be ended; one query. */
    boolean isOver(AttemptRecord attempt) {
        return attempt.time().over(clock.instant(), places.closes(attempt.run()));
    }

    /** Before somebody goes on. */
    void wake() {
        outages.wake();
    }

    /** Before an attempt is ended that is over: perhaps an outage is just behind us and still to be credited. */
    void beat() {
        outages.beat();
    }

    /**
     * What an attempt got back for outages of the platform; two queries.
     *
     * @throws AccessDeniedException when it is not an attempt of this learner
     */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public List<Credit> credits(AccountId learner, AttemptId id) {
        return credits(attempts.of(id, learner.value())
                .orElseThrow(() -> new AccessDeniedException("Not an attempt of this learner")));
    }

    /** What an attempt got back; one query where it got something. */
    List<Credit> credits(AttemptRecord attempt) {
        return attempt.time().credited().isZero()
                ? List.of()
                : outages.credits(attempt.id().value());
    }

    /**
     * Gives an attempt that begins in this transaction the terms as they are when it is there: whoever changes them at the same moment
     * waits for it and finds it, or is waited for. One query.
     *
     * @param on the terms by which it was begun
     */
    void meet(AttemptRecord attempt, QuizTerms on) {
        QuizTerms now = terms.held(attempt.learner(), attempt.run(), attempt.unitKey(), usual(attempt.quiz()));
        if (!now.equals(on)) {
            attempt.take(attempt.time().under(now));
        }
    }

    /** Before a save is refused: the run may have got another end since the work was opened. */
    @EventListener
    void on(WorkEndPassed passed) {
        if (passed.kind().equals(Attempts.KIND)) {
            AttemptId id = new AttemptId(passed.subject());
            transactions.run(() -> {
                attempts.held(id)
                        .filter(AttemptRecord::open)
                        .filter(attempt -> !isOver(attempt))
                        .ifPresent(attempt -> answers.move(List.of(attempt), this::savesEnd));
                return true;
            });
        }
    }

    /**
     * Attempts under way get what gives them more time, in the transaction that changes the terms. However many there are, two queries for
     * each quiz, two batches and one query more.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TermsChanged changed) {
        AccountId only = changed.learner();
        List<AttemptRecord> open =
                attempts.heldOf(changed.run(), changed.unitKey(), only == null ? null : only.value());
        Map<String, LearnersTerms.OfRun> now = new HashMap<>();
        List<AttemptRecord> moved = new ArrayList<>();
        for (AttemptRecord attempt : open) {
            AttemptTime before = attempt.time();
            AttemptTime after =
                    before.under(now.computeIfAbsent(attempt.unitKey(), unit -> terms.ofRun(changed.run(), unit, only))
                            .of(attempt.learner(), usual(attempt.quiz())));
            if (!after.equals(before)) {
                attempt.take(after);
                moved.add(attempt);
            }
        }
        if (!moved.isEmpty()) {
            AttemptRecord flushed = attempts.saveAndFlush(moved.getLast());
            Instant closes = places.closes(flushed.run());
            answers.move(moved, attempt -> attempt.time().savesEnd(closes));
        }
    }
}

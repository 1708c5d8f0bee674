package org.collegium.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.assessment.Deductions.Deduction;
import org.collegium.assessment.ResultTimes.Since;
import org.collegium.assessment.exam.Credit;
import org.collegium.identity.AccountId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What learners are told beside a result: that it is kept back, that a verdict took points away, that answers came too late, or what was credited for outages. */
@Service
public class ResultNotes {

    private final AttemptRepository attempts;
    private final HeldResults held;
    private final Deductions deductions;
    private final LateAnswers late;
    private final WorkJournal journal;
    private final AttemptClocks clocks;
    private final ResultTimes times;
    private final Clock clock;

    ResultNotes(
            AttemptRepository attempts,
            HeldResults held,
            Deductions deductions,
            LateAnswers late,
            WorkJournal journal,
            AttemptClocks clocks,
            ResultTimes times,
            Clock clock) {
        this.attempts = attempts;
        this.held = held;
        this.deductions = deductions;
        this.late = late;
        this.journal = journal;
        this.clocks = clocks;
        this.times = times;
        this.clock = clock;
    }

    /**
     * What is told.
     *
     * @param heldUntil until when those who teach keep the result back, {@link Instant#MAX} where they have not said; empty when they do not
     * @param deductions what was taken away; the learner may see it only with the score
     * @param late which answers came when the attempt had ended
     * @param ended with what the browser tells of more of them
     * @param credits what the attempt got back for outages
     * @param since since when the learner could see the result
     */
    public record Notes(
            Optional<Instant> heldUntil,
            List<Deduction> deductions,
            List<LateAnswer> late,
            Optional<WorkTicket> ended,
            List<Credit> credits,
            Since since) {

        public Notes {
            deductions = List.copyOf(deductions);
            late = List.copyOf(late);
            credits = List.copyOf(credits);
        }
    }

    /**
     * Of a graded attempt. Five queries, one more where it was credited, and those of {@link ResultTimes} where the quiz does not show all at
     * once or where what is answered waits for marks or tests.
     *
     * @throws AccessDeniedException when it is not a graded attempt of this learner
     */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public Notes of(AccountId learner, AttemptId id) {
        AttemptRecord attempt = attempts.of(id, learner.value())
                .filter(found -> !found.open())
                .orElseThrow(() -> new AccessDeniedException("Not a graded attempt of this learner"));
        Optional<Instant> release = held.until(attempt.run(), attempt.unitKey());
        Optional<Instant> until = release.filter(clock.instant()::isBefore);
        return new Notes(
                until,
                until.isPresent() ? List.of() : deductions.of(id),
                late.of(id),
                journal.ended(learner, Attempts.KIND, id.value()),
                clocks.credits(attempt),
                times.of(attempt, release));
    }

    /**
     * Which answers came when the attempt had ended; two queries.
     *
     * @throws AccessDeniedException when it is not an attempt of this learner
     */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public List<LateAnswer> late(AccountId learner, AttemptId id) {
        return attempts.of(id, learner.value())
                .map(attempt -> late.of(id))
                .orElseThrow(() -> new AccessDeniedException("Not an attempt of this learner"));
    }
}

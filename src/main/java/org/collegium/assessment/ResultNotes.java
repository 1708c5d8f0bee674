package org.collegium.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.assessment.Deductions.Deduction;
import org.collegium.identity.AccountId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What learners are told beside a result: that it is kept back, or that a verdict took points away. */
@Service
public class ResultNotes {

    private final AttemptRepository attempts;
    private final HeldResults held;
    private final Deductions deductions;
    private final Clock clock;

    ResultNotes(AttemptRepository attempts, HeldResults held, Deductions deductions, Clock clock) {
        this.attempts = attempts;
        this.held = held;
        this.deductions = deductions;
        this.clock = clock;
    }

    /**
     * What is told.
     *
     * @param heldUntil until when those who teach keep the result back, {@link Instant#MAX} where they have not said; empty when they do not
     * @param deductions what was taken away; the learner may see it only with the score
     */
    public record Notes(Optional<Instant> heldUntil, List<Deduction> deductions) {

        public Notes {
            deductions = List.copyOf(deductions);
        }
    }

    /**
     * Three queries.
     *
     * @throws AccessDeniedException when it is not an attempt of this learner
     */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public Notes of(AccountId learner, AttemptId id) {
        AttemptRecord attempt = attempts.of(id, learner.value())
                .orElseThrow(() -> new AccessDeniedException("Not an attempt of this learner"));
        Optional<Instant> until = held.until(attempt.run(), attempt.unitKey()).filter(clock.instant()::isBefore);
        return new Notes(until, until.isPresent() ? List.of() : deductions.of(id));
    }
}

package org.collegium.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.HeldScores;
import org.collegium.activity.WithheldScores;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether learners may see what came of a quiz, in one place for its result, its history, mails and exports: not while those who teach keep
 * it back, and then only what the quiz's own review shows.
 */
@Component
@Unguarded("says of times only, inside what is permitted, and in jobs")
public class HeldResults {

    private final ObjectProvider<HeldScores> held;
    private final ObjectProvider<WithheldScores> withheld;
    private final Clock clock;

    HeldResults(ObjectProvider<HeldScores> held, ObjectProvider<WithheldScores> withheld, Clock clock) {
        this.held = held;
        this.withheld = withheld;
        this.clock = clock;
    }

    /** From when a quiz that is kept back is released, {@link Instant#MAX} where nobody has said when; empty when it never was kept back. One query. */
    public Optional<Instant> until(UUID run, String unitKey) {
        return held.stream()
                .flatMap(each -> Optional.ofNullable(each.until(run).get(unitKey)).stream())
                .max(Instant::compareTo);
    }

    /** Whether a quiz is kept back from everybody now; one query. */
    public boolean now(UUID run, String unitKey) {
        return until(run, unitKey).filter(clock.instant()::isBefore).isPresent();
    }

    /** Whether a learner may not see the score that counts, for whatever reason; as many queries as that takes, at most six. */
    public boolean hidden(AccountId learner, UUID run, String unitKey) {
        return withheld.stream().anyMatch(each -> each.units(learner, run).contains(unitKey));
    }

    /** Which of these learners may not; as many queries as that takes, and as many for many of them as for one. */
    public Set<AccountId> hidden(Collection<AccountId> learners, UUID run, String unitKey) {
        Set<AccountId> hidden = new HashSet<>();
        withheld.stream()
                .forEach(each -> each.units(learners, run).forEach((learner, units) -> {
                    if (units.contains(unitKey)) {
                        hidden.add(learner);
                    }
                }));
        return hidden;
    }
}

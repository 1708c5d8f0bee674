package org.collegium.credentials;

import java.util.List;
import java.util.Optional;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * One part of a bulk issue.
 *
 * @param learnerName as it was when the issue was begun
 * @param outcome empty while its turn has not come
 * @param missing what stands between, where it was refused; empty also when learner or run are gone
 * @param change of a trial of a rule
 * @param byHand why it is given without being earned here; null when it has to be
 */
public record IssuingItem(
        AccountId learner,
        String learnerName,
        String courseTitle,
        Optional<IssuingOutcome> outcome,
        List<Reason> missing,
        Change change,
        @Nullable String byHand) {

    public IssuingItem {
        missing = List.copyOf(missing);
    }

    /** What a rule that is tried changes for somebody. */
    public enum Change {
        NONE,
        /** They have earned the certificate by it alone. */
        GAINS,
        /** They have earned it by the rule that holds alone. */
        LOSES;

        static Change of(boolean before, Optional<IssuingOutcome> outcome) {
            boolean after = outcome.filter(IssuingOutcome.READY::equals).isPresent();
            boolean refused = outcome.filter(IssuingOutcome.REFUSED::equals).isPresent();
            return after && !before ? GAINS : refused && before ? LOSES : NONE;
        }
    }

    /**
     * A sentence that says what is missing.
     *
     * @param code its key
     * @param arguments what fills it
     */
    public record Reason(String code, List<Object> arguments) {

        public Reason {
            arguments = List.copyOf(arguments);
        }

        static Reason of(Missing missing) {
            return new Reason(missing.code(), missing.arguments());
        }
    }
}

package org.collegium.integrity.cases;

import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.Deductions;
import org.collegium.assessment.Deductions.Deduction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has verdicts take points away from attempts at quizzes, and give them back when another verdict takes their place. */
@Component
class VerdictsAct {

    private final Deductions deductions;

    VerdictsAct(Deductions deductions) {
        this.deductions = deductions;
    }

    /** In the transaction in which a verdict comes into force. */
    void on(IntegrityCase about, CaseParty party, Decision decision, @Nullable UUID by) {
        Optional<AttemptId> attempt = decision.verdict().takes() ? attempt(about, party) : Optional.empty();
        if (attempt.isPresent()) {
            String question = decision.verdict().ofQuestion() ? about.part() : "";
            boolean unused = deductions.take(
                    party.id(),
                    attempt.get(),
                    new Deduction(question, decision.keeps(), decision.reason(), about.openedAt()),
                    by);
        } else {
            deductions.giveBack(party.id());
        }
    }

    /** The attempt that the case rests on; empty for other work than quizzes. */
    Optional<AttemptId> attempt(IntegrityCase about, CaseParty party) {
        UUID known = party.evidence().attempt();
        return known != null
                ? Optional.of(new AttemptId(known))
                : deductions.attempt(party.learner(), about.run(), about.unitKey(), about.openedAt());
    }
}

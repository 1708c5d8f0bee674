package org.collegium.integrity.cases;

import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.Deductions;
import org.collegium.assessment.Deductions.Deduction;
import org.collegium.integrity.similarity.PartsOfLabs;
import org.collegium.labs.marking.LabDeductions;
import org.collegium.labs.marking.LabDeductions.Part;
import org.collegium.labs.marking.LabDeductions.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has verdicts take points away from attempts at quizzes and from labs, and give them back when another verdict takes their place. At a
 * lab they hold for all that the learner hands in.
 */
@Component
class VerdictsAct {

    private final Deductions quizzes;
    private final LabDeductions labs;

    VerdictsAct(Deductions quizzes, LabDeductions labs) {
        this.quizzes = quizzes;
        this.labs = labs;
    }

    /** In the transaction in which a verdict comes into force. */
    void on(IntegrityCase about, CaseParty party, Decision decision, @Nullable UUID by) {
        if (!decision.verdict().takes()) {
            quizzes.giveBack(party.id());
            labs.giveBack(party.id());
            return;
        }
        Optional<AttemptId> attempt = attempt(about, party);
        if (attempt.isPresent()) {
            String question = decision.verdict().ofQuestion() ? about.part() : "";
            boolean unused = quizzes.take(
                    party.id(),
                    attempt.get(),
                    new Deduction(question, decision.keeps(), decision.reason(), about.openedAt()),
                    by);
        } else if (labs.handedIn(place(about, party))) {
            boolean unused = labs.take(
                    party.id(),
                    place(about, party),
                    new LabDeductions.Deduction(part(about, decision), decision.keeps(), decision.reason()),
                    by);
        }
    }

    /** Whether points of this learner can be taken away by itself; at most two queries. */
    boolean can(IntegrityCase about, CaseParty party) {
        return attempt(about, party).isPresent() || labs.handedIn(place(about, party));
    }

    /** The attempt that the case rests on; empty for other work than quizzes. */
    private Optional<AttemptId> attempt(IntegrityCase about, CaseParty party) {
        UUID known = party.evidence().attempt();
        return known != null
                ? Optional.of(new AttemptId(known))
                : quizzes.attempt(party.learner(), about.run(), about.unitKey(), about.openedAt());
    }

    private static Place place(IntegrityCase about, CaseParty party) {
        return new Place(party.learner(), about.run(), about.unitKey());
    }

    private static Part part(IntegrityCase about, Decision decision) {
        if (!decision.verdict().ofQuestion()) {
            return new Part.All();
        }
        return PartsOfLabs.cell(about.part()).<Part>map(Part.Answer::new).orElseGet(Part.Code::new);
    }
}

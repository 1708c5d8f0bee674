package org.collegium.labs.authoring;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.labs.Submission;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person may take with them of the labs that they tried as an author; all of it goes with the account. */
@Component
class PersonsTrials implements PersonalDataExport {

    private final TrialRows trials;

    PersonsTrials(TrialRows trials) {
        this.trials = trials;
    }

    @Override
    public String name() {
        return "labTrials";
    }

    @Override
    public Set<String> tables() {
        return Set.of("lab_trial");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return trials.of(account).stream()
                .map(row -> new Line(
                        row.origin(),
                        row.askedAt(),
                        AuthoringJson.work(row.work()).cells()))
                .toList();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        trials.erase(erased.account());
    }

    private record Line(String file, Instant askedAt, List<Submission.Cell> cells) {}
}

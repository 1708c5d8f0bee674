package org.collegium.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person may take with them of their enrolments, and their end with the account: the rows go, the seats are freed. */
@Component
class PersonsEnrolments implements PersonalDataExport {

    private final EnrolmentRepository enrolments;
    private final RunSeatsRepository seats;

    PersonsEnrolments(EnrolmentRepository enrolments, RunSeatsRepository seats) {
        this.enrolments = enrolments;
        this.seats = seats;
    }

    @Override
    public String name() {
        return "enrolments";
    }

    @Override
    public Set<String> tables() {
        return Set.of("enrolment");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return enrolments.everyOf(account.value()).stream()
                .map(EnrolmentRecord::seen)
                .map(enrolment -> new Line(
                        enrolment.course().toString(),
                        enrolment.run().toString(),
                        enrolment.state(),
                        enrolment.source(),
                        enrolment.joinedAt()))
                .toList();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        List<EnrolmentRecord> all = enrolments.everyOf(erased.account().value());
        all.stream().filter(EnrolmentRecord::active).map(EnrolmentRecord::seen).forEach(enrolment -> {
            seats.prepare(enrolment.run().value());
            seats.lock(enrolment.run().value()).free();
        });
        enrolments.deleteOf(erased.account().value());
    }

    private record Line(String course, String run, EnrolmentState state, EnrolmentSource source, Instant joinedAt) {}
}

package org.collegium.credentials;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.credentials.programmes.ProgrammeId;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks who has earned the certificate of a programme, whenever that was, as a trial that issues nothing. */
@Service
public class LookingAtProgrammes {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int BATCH = 500;

    private final ProgrammeCertificates programmes;
    private final BulkRows bulk;
    private final RuleTrialRows trials;
    private final IssuingInBulk job;
    private final Access access;
    private final Clock clock;

    LookingAtProgrammes(
            ProgrammeCertificates programmes,
            BulkRows bulk,
            RuleTrialRows trials,
            IssuingInBulk job,
            Access access,
            Clock clock) {
        this.programmes = programmes;
        this.bulk = bulk;
        this.trials = trials;
        this.job = job;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Begins to look at everybody who holds as many certificates of its courses as it takes. Returns what names the work.
     *
     * @throws RuleViolation when there is nobody
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional
    public UUID look(ProgrammeId programme) {
        CourseRunId name = new CourseRunId(programme.value());
        UUID id = Uuids.next();
        bulk.begin(id, access.actor(), clock.instant(), true);
        List<AccountId> learners = programmes.near(name, BEFORE_ALL, BATCH);
        while (!learners.isEmpty()) {
            trials.add(id, new CourseId(programme.value()), name, programmes.title(name), learners);
            learners = programmes.near(name, learners.getLast().value(), BATCH);
        }
        if (bulk.settle(id) == 0) {
            throw new RuleViolation("credentials.programme.nobody");
        }
        job.schedule(id);
        return id;
    }
}

package org.collegium.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.collegium.AskedJobs;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

@Tag("unit")
class IssuingByItselfTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-01T08:00:00Z"), ZoneOffset.UTC);

    @Test
    void whatIsEarnedWhileAJobJudgesHasAJobOfItsOwn() {
        AskedJobs jobs = new AskedJobs();
        IssuingByItself byItself = new IssuingByItself(jobs, new ObjectProvider<>() {}, CLOCK);
        AccountId learner = AccountId.next();
        CourseRunId run = CourseRunId.next();

        byItself.schedule(learner, run);
        byItself.schedule(learner, run);

        assertThat(jobs.instances())
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).startsWith(IssuingByItself.name(learner, run)));
    }
}

package org.collegium.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersionId;
import org.collegium.enrolment.JoinPolicy.Wish;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class JoinPolicyTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void anOpenRunWithoutLimitsRefusesNobody() {
        assertThat(objection(run(null, null, true, null), 100_000)).isEmpty();
    }

    @Test
    void aRunWithoutSelfEnrolmentIsByInvitation() {
        assertThat(objection(run(null, null, false, null), 0)).contains(new JoinRefusal.ByInvitation());
    }

    @Test
    void aRunBeginsAtTheVeryMoment() {
        assertThat(objection(run(NOON, null, true, null), 0)).isEmpty();
        Instant later = NOON.plusNanos(1000);
        assertThat(objection(run(later, null, true, null), 0)).contains(new JoinRefusal.NotOpenYet(later));
    }

    @Test
    void aRunIsOverAtTheVeryMoment() {
        assertThat(objection(run(null, NOON.plusNanos(1000), true, null), 0)).isEmpty();
        assertThat(objection(run(null, NOON, true, null), 0)).contains(new JoinRefusal.Closed(NOON));
    }

    @Test
    void theLastSeatIsGivenAndNoOtherAfterIt() {
        assertThat(objection(run(null, null, true, 30), 29)).isEmpty();
        assertThat(objection(run(null, null, true, 30), 30)).contains(new JoinRefusal.Full(30));
    }

    @Test
    void staffEnrolBeforeTheBeginningAndByInvitationButNotBeyondTheCapacity() {
        CourseRun run = run(NOON.plusSeconds(60), null, false, 1);

        assertThat(JoinPolicy.firstObjection(JoinPolicy.BY_STAFF, new Wish(run, 0, false, NOON)))
                .isEmpty();
        assertThat(JoinPolicy.firstObjection(JoinPolicy.BY_STAFF, new Wish(run, 1, false, NOON)))
                .contains(new JoinRefusal.Full(1));
    }

    private static Optional<JoinRefusal> objection(CourseRun run, int taken) {
        return JoinPolicy.firstObjection(JoinPolicy.FOR_ONESELF, new Wish(run, taken, false, NOON));
    }

    private static CourseRun run(
            @Nullable Instant opens, @Nullable Instant closes, boolean selfEnrolment, @Nullable Integer capacity) {
        return new CourseRun(
                CourseRunId.next(),
                CourseId.next(),
                CourseVersionId.next(),
                PartnerId.next(),
                "Autumn",
                opens,
                closes,
                selfEnrolment,
                capacity,
                null);
    }
}

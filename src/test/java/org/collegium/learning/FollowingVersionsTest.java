package org.collegium.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.collegium.AskedJobs;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursePublished;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.RunMoved;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class FollowingVersionsTest {

    private final AskedJobs jobs = new AskedJobs();
    private final FollowingVersions following =
            new FollowingVersions(jobs, Clock.fixed(Instant.parse("2027-03-01T08:00:00Z"), ZoneOffset.UTC));
    private final CourseId course = CourseId.next();
    private final CourseRunId run = CourseRunId.next();

    @Test
    void eachVersionThatIsPublishedHasAJob() {
        following.on(new CoursePublished(course, CourseVersionId.next(), run));
        following.on(new CoursePublished(course, CourseVersionId.next(), run));

        assertThat(jobs.instances())
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).startsWith(run.value().toString()));
    }

    @Test
    void eachMoveOfARunHasAJobAlsoBackToWhereItWas() {
        CourseVersionId one = CourseVersionId.next();
        CourseVersionId two = CourseVersionId.next();

        following.on(new RunMoved(run, course, one, two));
        following.on(new RunMoved(run, course, two, one));
        following.on(new RunMoved(run, course, one, two));

        assertThat(jobs.instances()).hasSize(3);
    }
}

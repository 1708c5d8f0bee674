package org.collegium.courses.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.collegium.AskedJobs;
import org.collegium.courses.CourseId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class GitJobsTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

    @Test
    void twoAskingsForOneCourseAreTwoJobs() {
        AskedJobs jobs = new AskedJobs();
        CourseId course = CourseId.next();

        GitJobs.schedule(jobs, course, NOW);
        GitJobs.schedule(jobs, course, NOW);

        assertThat(jobs.instances())
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).startsWith(course.value().toString()));
    }
}

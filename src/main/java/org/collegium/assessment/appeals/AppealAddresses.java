package org.collegium.assessment.appeals;

import java.util.UUID;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.springframework.stereotype.Component;

/** Where instructors meet appeals, for mails. */
@Component
class AppealAddresses {

    private final CourseRuns runs;

    AppealAddresses(CourseRuns runs) {
        this.runs = runs;
    }

    /** The appeals of a run. */
    String of(UUID run) {
        return runs.find(new CourseRunId(run))
                .map(CourseRun::course)
                .map(course -> "/studio/courses/" + course + "/appeals?run=" + run)
                .orElse("/studio/courses");
    }

    /** One of them. */
    String of(UUID run, UUID appeal) {
        return runs.find(new CourseRunId(run))
                .map(CourseRun::course)
                .map(course -> "/studio/courses/" + course + "/appeals/" + run + "/" + appeal)
                .orElse("/studio/courses");
    }
}

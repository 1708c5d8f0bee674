package org.collegium.enrolment;

import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.identity.Access;
import org.springframework.stereotype.Component;

/** Whether the current person holds a permission for the partner that offers a run. */
@Component("runAccess")
public class RunAccess {

    private final Access access;
    private final CourseRuns runs;

    RunAccess(Access access, CourseRuns runs) {
        this.access = access;
        this.runs = runs;
    }

    /** Whether the permission is held for the platform, or for the partner of this run; without a query when it is not held at all. */
    public boolean may(String permission, CourseRunId run) {
        return access.may(permission)
                || (access.mayAnywhere(permission)
                        && runs.find(run)
                                .filter(found -> access.mayFor(
                                        permission, found.partner().value()))
                                .isPresent());
    }
}

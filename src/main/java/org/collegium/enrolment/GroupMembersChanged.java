package org.collegium.enrolment;

import java.util.Set;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;

/** These learners came into a group of a run, or left one; told in the transaction in which they did. */
public record GroupMembersChanged(CourseRunId run, Set<AccountId> learners) {

    public GroupMembersChanged {
        learners = Set.copyOf(learners);
    }
}

package org.collegium.courses;

import java.util.List;

/** What became of the wish to publish a draft. */
public sealed interface PublishResult {

    /** There is a new version, and a run that has it. */
    record Published(CourseVersionId version, int number, CourseRunId run) implements PublishResult {}

    /** Nothing was published; these things must be mended first. */
    record Blocked(List<DraftCheck> checks) implements PublishResult {}

    /** Nothing was published, since courses of the partner are reviewed first, and this draft was not approved as it is. */
    record Unreviewed() implements PublishResult {}

    /** Nothing was published, since the draft is what the newest version is already. */
    record NothingNew(CourseVersionId version) implements PublishResult {}
}

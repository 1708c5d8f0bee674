package org.collegium.courses.review;

import java.util.List;
import org.collegium.courses.DraftCheck;

/** What became of the wish to submit a draft. */
public sealed interface SubmitResult {

    /** It waits for reviewers. */
    record Submitted(ReviewId review, int round) implements SubmitResult {}

    /** It was not submitted; these things must be mended first. */
    record Blocked(List<DraftCheck> checks) implements SubmitResult {}
}

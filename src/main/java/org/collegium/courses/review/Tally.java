package org.collegium.courses.review;

import java.util.Collection;

/**
 * What the decisions at a stage come to. Without votes: so many approvals as are asked for, and one who asks for changes or is
 * against it ends the round. With votes: approvals as many as are asked for, and more than half of those who could vote and do
 * not abstain; it is decided as soon as those who did not vote yet cannot change it, and a tie is no majority.
 */
enum Tally {
    WAITING,
    PASSED,
    RETURNED,
    DECLINED;

    /**
     * @param verdicts in this round, at this stage
     * @param waiting how many may still decide
     */
    static Tally of(ReviewStage stage, Collection<ReviewVerdict> verdicts, int waiting) {
        int approvals = count(verdicts, ReviewVerdict.APPROVE);
        int against = count(verdicts, ReviewVerdict.AGAINST);
        if (verdicts.contains(ReviewVerdict.CHANGES)) {
            return RETURNED;
        }
        if (!stage.voted()) {
            return against > 0 ? DECLINED : approvals >= stage.quorum() ? PASSED : WAITING;
        }
        int counting = approvals + against + waiting;
        if (approvals >= stage.quorum() && approvals * 2 > counting) {
            return PASSED;
        }
        return approvals + waiting < stage.quorum() || (approvals + waiting) * 2 <= counting ? DECLINED : WAITING;
    }

    private static int count(Collection<ReviewVerdict> verdicts, ReviewVerdict one) {
        return (int) verdicts.stream().filter(verdict -> verdict == one).count();
    }
}

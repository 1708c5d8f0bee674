package org.collegium.assessment.peer;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A peer review in which a learner takes part, among all of theirs.
 *
 * @param course title
 * @param quiz title
 * @param address of the quiz, where one reviews and reads what others said
 * @param until by when one reviews in this phase; null when it is over
 * @param given how many reviews of this phase are handed in
 * @param wanted how many of them there are; 0 when it is over
 * @param received how many others reviewed the own answer; 0 before it is over
 * @param share of the points, as these say; null before, and without any
 * @param held whether what came of it is kept back for now
 */
public record PeerOverviewItem(
        String course,
        String quiz,
        String address,
        PeerPhase phase,
        @Nullable Instant until,
        int given,
        int wanted,
        int received,
        @Nullable Double share,
        boolean held)
        implements Serializable {

    /** Whether something is still to be reviewed. */
    public boolean waits() {
        return given < wanted;
    }
}

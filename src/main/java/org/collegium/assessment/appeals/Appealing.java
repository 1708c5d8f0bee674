package org.collegium.assessment.appeals;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether and until when a learner may appeal questions of an attempt, and what they have appealed.
 *
 * @param until null where there are no appeals, or nothing is shown of the attempt's questions
 * @param open whether it is not too late
 * @param replyDays in how many days there is to be a reply
 */
public record Appealing(@Nullable Instant until, boolean open, int replyDays, List<OwnAppeal> appeals)
        implements Serializable {

    public Appealing {
        appeals = List.copyOf(appeals);
    }

    /** The appeal of a question. */
    public Optional<OwnAppeal> of(String question) {
        return appeals.stream()
                .filter(appeal -> appeal.question().equals(question))
                .findFirst();
    }
}

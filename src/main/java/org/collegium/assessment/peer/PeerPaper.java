package org.collegium.assessment.peer;

import java.io.Serializable;
import org.collegium.assessment.Question.Essay;
import org.jspecify.annotations.Nullable;

/**
 * An answer to review, without whose it is, and what was said of it so far.
 *
 * @param open whether the review can be changed
 * @param teacher what the teacher says, of an example that is reviewed; null otherwise
 */
public record PeerPaper(
        PeerTodo review,
        Essay essay,
        String text,
        PeerReviewData said,
        boolean open,
        @Nullable PeerReviewData teacher) implements Serializable {}

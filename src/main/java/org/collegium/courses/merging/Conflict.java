package org.collegium.courses.merging;

import java.util.Optional;

/**
 * A place where both sides changed the same thing. Changes beside it that do not meet are in both texts.
 *
 * @param id the same for the same place with the same three texts, so that a decision holds until one of them changes
 * @param base what stood there before; empty for what both added
 * @param ours empty where our side removed it
 * @param theirs empty where their side removed it
 * @param both ours and theirs behind one another; empty where that makes no sense
 * @param editable whether a text of one's own can stand there
 * @param decision empty while nobody has chosen; our side stands there meanwhile
 */
public record Conflict(
        String id,
        Where where,
        Optional<String> base,
        Optional<String> ours,
        Optional<String> theirs,
        Optional<String> both,
        boolean editable,
        Optional<Decision> decision) {

    /** Whether somebody still has to choose. */
    public boolean open() {
        return decision.isEmpty();
    }
}

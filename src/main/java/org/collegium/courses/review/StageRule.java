package org.collegium.courses.review;

import java.util.Objects;
import java.util.UUID;
import org.collegium.identity.Role;
import org.collegium.shared.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Who is to review, and how they decide together.
 *
 * @param id of the other partner or the body; null for the own partner
 * @param role which of a partner's people; of a body all members
 * @param quorum how many must approve, 1 to 20
 * @param voted whether votes are taken, and a majority of those who do not abstain must be for it
 */
public record StageRule(Kind kind, @Nullable UUID id, Role role, int quorum, boolean voted) {

    /** The most people of whom an approval can be asked in one stage. */
    public static final int MOST = 20;

    /** One approval by a reviewer of the own partner. */
    public static final StageRule OWN_REVIEWER = new StageRule(Kind.OWN, null, Role.REVIEWER, 1, false);

    /** Whose people review. */
    public enum Kind {
        OWN,
        PARTNER,
        BODY
    }

    public StageRule {
        new Rules()
                .that((id == null) == (kind == Kind.OWN), "courses.review.stage.whose")
                .that(role.ofPartner(), "courses.review.stage.role")
                .that(quorum >= 1 && quorum <= MOST, "courses.review.stage.quorum", quorum, MOST)
                .hold();
    }

    /** Whether it asks the same people, at least as many of them and as strictly. */
    boolean covers(StageRule other) {
        return kind == other.kind
                && Objects.equals(id, other.id)
                && (kind == Kind.BODY || role == other.role)
                && quorum >= other.quorum
                && (voted || !other.voted);
    }
}

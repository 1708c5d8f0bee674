package org.collegium.courses.review;

import java.util.UUID;
import org.collegium.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a review, as it was fixed when the course was submitted first.
 *
 * @param place from 0
 * @param partner whose people review; null for a body
 * @param body whose members review; null for a partner
 * @param name of the partner or body
 */
public record ReviewStage(
        int place, @Nullable UUID partner, @Nullable UUID body, Role role, String name, int quorum, boolean voted) {}

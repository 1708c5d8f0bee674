package org.collegium.assessment.peer;

import java.io.Serializable;
import java.util.UUID;

/**
 * A review that somebody has to give, or has given.
 *
 * @param number from 1 among the reviews of its kind
 * @param begun whether something of it is saved
 * @param given whether it is handed in
 */
public record PeerTodo(UUID id, PeerReviewKind kind, int number, boolean begun, boolean given)
        implements Serializable {}

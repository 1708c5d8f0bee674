package org.collegium.assessment.peer;

import java.io.Serializable;
import java.util.UUID;

/**
 * An answer that the teacher has marked.
 *
 * @param says the teacher's mark; its comment is the reason
 */
public record PeerExample(UUID id, int number, String text, PeerReviewData says) implements Serializable {}

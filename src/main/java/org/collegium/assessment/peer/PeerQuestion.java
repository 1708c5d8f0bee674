package org.collegium.assessment.peer;

import java.io.Serializable;
import org.collegium.assessment.Question.Essay;
import org.jspecify.annotations.Nullable;

/**
 * A question of a run that peers can review.
 *
 * @param title of its quiz
 * @param task null while nobody reviews
 * @param texts that take part
 * @param given reviews of others that are handed in
 * @param due reviews of others that are to be given, those included
 * @param examples that the teacher has marked
 */
public record PeerQuestion(
        String unitKey, String title, Essay essay, @Nullable PeerTask task, int texts, int given, int due, int examples)
        implements Serializable {}

package org.collegium.assessment.exam;

import java.io.Serializable;
import org.collegium.content.BlobId;

/**
 * A quiz of a run with what is set for it.
 *
 * @param password whether one is asked for
 * @param accommodations how many learners were given something for this quiz
 * @param file with what the quiz itself says
 */
public record TimedQuiz(
        String unitKey, String title, QuizSetting setting, boolean password, int accommodations, BlobId file)
        implements Serializable {}

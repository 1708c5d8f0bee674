package org.collegium.assessment.bank;

/**
 * A question that was put into a quiz.
 *
 * @param key of the question in the quiz
 * @param title of the quiz
 */
public record PutResult(String key, String title) {}

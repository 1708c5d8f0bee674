package org.collegium.assessment.bank;

/**
 * A question that was put into a quiz.
 *
 * @param key of the question in the quiz
 * @param title of the quiz
 * @param asked whether the quiz asks it; not so where it has sections and none of them does
 */
public record PutResult(String key, String title, boolean asked) {}

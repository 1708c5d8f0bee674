package org.collegium.assessment;

/**
 * A test of code that is an answer.
 *
 * @param key unique within the question
 * @param text what it tries, in a sentence; may be empty
 * @param code that fails by an exception; one whose last line is a number gives so many of its points
 * @param points its weight among the tests, above 0
 * @param hidden whether learners see no more of it than that there is one, and whether it was passed
 * @param message said to those whose code fails it, where it is not hidden; may be empty
 */
public record CodeTest(String key, String text, String code, double points, boolean hidden, String message) {}

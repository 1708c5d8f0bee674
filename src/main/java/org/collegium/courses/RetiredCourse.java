package org.collegium.courses;

/**
 * A course that has left the catalogue.
 *
 * @param language of its title, such as {@code en}
 * @param retirement since when, why, and what is there in its place
 */
public record RetiredCourse(String title, String language, Retirement retirement) {}

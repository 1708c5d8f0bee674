package org.collegium.courses.derived;

/**
 * What one looks for in the library; an empty text is any.
 *
 * @param text words of the title of a unit or its course
 * @param kind {@code course}, or that of a unit
 * @param skill key of a skill that the course teaches
 * @param language BCP 47
 * @param licence SPDX identifier
 */
public record LibraryFilter(String text, String kind, String skill, String language, String licence) {

    /** What is a whole course. */
    public static final String COURSE = "course";
}

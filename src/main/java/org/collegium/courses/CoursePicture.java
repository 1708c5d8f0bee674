package org.collegium.courses;

/**
 * A picture of a course that everybody may see.
 *
 * @param address where it is served; the content of the address never changes
 * @param alt what it shows, empty when it is decoration
 */
public record CoursePicture(String address, String alt) {}

package org.collegium.courses;

import java.util.function.BiFunction;

/**
 * A way from a version of a course in Studio to what another module does with it; modules contribute them as beans.
 *
 * @param label message key of its name
 * @param permission which one needs for the course's partner to follow it
 * @param address of the course and the number of the version
 */
public record CourseVersionLink(String label, String permission, BiFunction<CourseId, Integer, String> address) {}

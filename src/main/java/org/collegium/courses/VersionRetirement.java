package org.collegium.courses;

import java.time.Instant;

/**
 * That runs get a version of a course no more.
 *
 * @param number of the version
 * @param at from when
 * @param message what learners and those who took it over are told, may be empty
 * @param done whether that time has come
 */
public record VersionRetirement(CourseVersionId version, int number, Instant at, String message, boolean done) {}

package org.collegium.courses;

/**
 * A version of a course was published, or a retired course came back.
 *
 * @param run by which learners come into the course; it may have an older version
 */
public record CoursePublished(CourseId course, CourseVersionId version, CourseRunId run) {}

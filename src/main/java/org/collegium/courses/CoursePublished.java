package org.collegium.courses;

/** A version of a course was published, with a run of it open to learners. */
public record CoursePublished(CourseId course, CourseVersionId version, CourseRunId run) {}

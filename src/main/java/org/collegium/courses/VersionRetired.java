package org.collegium.courses;

/** It was announced, or said anew, that runs get a version no more. */
public record VersionRetired(CourseId course, CourseVersionId version) {}

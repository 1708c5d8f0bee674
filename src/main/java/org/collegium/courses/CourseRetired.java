package org.collegium.courses;

/** A course left the catalogue; those who are enrolled go on. */
public record CourseRetired(CourseId course) {}

package org.collegium.courses;

/** It was announced, or said anew, that a course leaves the catalogue. */
public record RetirementAnnounced(CourseId course) {}

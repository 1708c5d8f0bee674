package org.collegium.courses;

/** A run has another version from now on; told in the transaction that moves it. */
public record RunMoved(CourseRunId run, CourseId course, CourseVersionId from, CourseVersionId to) {}

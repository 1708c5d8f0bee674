package org.collegium.courses;

import java.util.Optional;

/**
 * Those whom a retirement concerns are told of it from now on; it was not taken back before. Published once for each time that it is
 * announced.
 *
 * @param version that is retired, empty for the whole course
 */
public record TellingRetirementBegan(CourseId course, Optional<CourseVersionId> version) {}

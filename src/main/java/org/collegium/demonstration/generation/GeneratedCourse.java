package org.collegium.demonstration.generation;

import java.time.Instant;
import java.util.UUID;
import org.collegium.courses.CourseMetadata;

/** A course that was generated, with its one version and its one run. */
record GeneratedCourse(
        UUID id,
        UUID version,
        UUID run,
        GeneratedPartner partner,
        CourseMetadata metadata,
        Shape shape,
        Instant published) {}

package org.collegium.labs.authoring;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collegium.labs.GradeReport;
import org.collegium.labs.work.GradingHindrance;
import org.jspecify.annotations.Nullable;

/**
 * Work that somebody has graded to see what it would get; it counts for nobody.
 *
 * @param origin name of the file that was handed over; empty for the notebook of the preview
 * @param obstacle why it could not be graded at last; empty when nothing stands in the way
 * @param hindrance why nothing at all is graded now, while it waits; empty when it is graded or grading goes on
 * @param result null until it is graded; hidden tests say why they failed
 */
public record LabTrial(
        UUID id,
        String origin,
        Instant askedAt,
        Optional<String> obstacle,
        Optional<GradingHindrance> hindrance,
        GradeReport.@Nullable Graded result) {}

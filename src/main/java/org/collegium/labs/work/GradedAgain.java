package org.collegium.labs.work;

import java.time.Instant;

/**
 * That a submission was graded again and has other points since.
 *
 * @param at when the new grade began to count
 * @param points that it had before
 * @param maxPoints that could be had before
 * @param reason that staff gave for it
 */
public record GradedAgain(Instant at, double points, double maxPoints, String reason) {}

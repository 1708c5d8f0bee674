package org.collegium.labs.marking;

/**
 * What a run's learners handed in at a lab.
 *
 * @param learners who handed something in
 * @param passed how many of them passed
 * @param submissions that are graded
 * @param waiting that are not graded yet
 * @param byHand learners who wait for points that a person gives
 */
public record RunSummary(int learners, int passed, int submissions, int waiting, int byHand) {}

package org.collegium.labs.marking;

/**
 * What a run's learners handed in at one of its labs, in short.
 *
 * @param learners who handed something in
 * @param passed how many of them passed
 * @param waiting submissions that are not graded yet
 */
public record LabCounts(int learners, int passed, int waiting) {}

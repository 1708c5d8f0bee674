package org.collegium.assessment.bank;

/**
 * What came of taking the questions of a quiz over into the bank.
 *
 * @param added how many items there are more
 * @param known how many questions came from the bank already
 */
public record TakenOver(int added, int known) {}

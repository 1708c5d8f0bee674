package org.collegium.labs;

/**
 * How far a run through a notebook is.
 *
 * @param cells that have ended, of so many
 * @param tests that have ended, of so many
 */
public record RunPlace(int cells, int ofCells, int tests, int ofTests) {}

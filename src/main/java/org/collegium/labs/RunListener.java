package org.collegium.labs;

/** Hears how far a run through a notebook is, from the thread that runs it; whoever listens must be quick. */
public interface RunListener {

    /** Hears nothing. */
    RunListener NOBODY = new RunListener() {};

    /**
     * A step begins.
     *
     * @param place how far the run was before it
     * @param cell index of the cell in the submission; -1 for the author's own
     */
    default void begins(RunPlace place, int cell) {}

    /** A cell has ended and showed this. */
    default void shown(CellOutput output) {}
}

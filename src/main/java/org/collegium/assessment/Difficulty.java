package org.collegium.assessment;

/** How hard a question is, as its author judges it: three words, since nobody can tell five apart. */
public enum Difficulty {
    EASY,
    MEDIUM,
    HARD
}

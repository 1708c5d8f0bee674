package org.collegium.enrolment;

import java.io.Serializable;

/**
 * A named group of learners of a run.
 *
 * @param name unique within the run
 * @param members how many learners are in it
 */
public record RunGroup(RunGroupId id, String name, int members) implements Serializable {}

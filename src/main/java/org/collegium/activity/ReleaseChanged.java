package org.collegium.activity;

import java.util.UUID;

/** It was decided anew from when the results of a unit are seen by the learners of a run; told in the transaction of the decision. */
public record ReleaseChanged(UUID run, String unitKey) {}

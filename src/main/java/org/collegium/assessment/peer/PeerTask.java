package org.collegium.assessment.peer;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.courses.CourseRunId;

/** The peer reviews of a question of a quiz in a run. */
public record PeerTask(
        UUID id, CourseRunId run, String unitKey, String questionKey, PeerTaskData data, PeerPhase phase, long seed)
        implements Serializable {}

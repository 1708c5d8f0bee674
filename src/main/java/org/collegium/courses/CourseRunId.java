package org.collegium.courses;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names a run: one offering of a version to learners. */
public record CourseRunId(UUID value) implements Serializable {

    /** Makes a new id. */
    public static CourseRunId next() {
        return new CourseRunId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

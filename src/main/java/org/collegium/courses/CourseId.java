package org.collegium.courses;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names a course. */
public record CourseId(UUID value) implements Serializable {

    /** Makes a new id. */
    public static CourseId next() {
        return new CourseId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.collegium.courses;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names a published, immutable version of a course. */
public record CourseVersionId(UUID value) implements Serializable {

    /** Makes a new id. */
    public static CourseVersionId next() {
        return new CourseVersionId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

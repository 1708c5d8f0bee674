package org.collegium.enrolment;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names a group of learners of a run. */
public record RunGroupId(UUID value) implements Serializable {

    /** Makes a new id. */
    public static RunGroupId next() {
        return new RunGroupId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

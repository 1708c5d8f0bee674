package org.collegium.enrolment;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names an enrolment: one learner in one run. */
public record EnrolmentId(UUID value) implements Serializable {

    /** Makes a new id. */
    public static EnrolmentId next() {
        return new EnrolmentId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

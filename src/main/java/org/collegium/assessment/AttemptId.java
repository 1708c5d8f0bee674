package org.collegium.assessment;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names an attempt at a quiz. */
public record AttemptId(UUID value) implements Serializable {

    /** Makes the id of a new attempt. */
    static AttemptId next() {
        return new AttemptId(Uuids.next());
    }

    /** By which all that chance decides in the attempt is drawn. */
    public long seed() {
        return value.getLeastSignificantBits();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

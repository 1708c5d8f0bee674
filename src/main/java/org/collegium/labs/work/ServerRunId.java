package org.collegium.labs.work;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names a run of a learner's cells on the server. */
public record ServerRunId(UUID value) implements Serializable {

    static ServerRunId next() {
        return new ServerRunId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.collegium.activity.journal;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names a piece of work in the journal. */
public record WorkId(UUID value) implements Serializable {

    static WorkId next() {
        return new WorkId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

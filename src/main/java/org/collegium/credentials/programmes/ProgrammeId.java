package org.collegium.credentials.programmes;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names a programme. */
public record ProgrammeId(UUID value) implements Serializable {

    /** Makes a new id. */
    public static ProgrammeId next() {
        return new ProgrammeId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.collegium.labs.work;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names a submission of a lab. */
public record SubmissionId(UUID value) implements Serializable {

    static SubmissionId next() {
        return new SubmissionId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

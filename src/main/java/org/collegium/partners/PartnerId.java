package org.collegium.partners;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names a member organisation. */
public record PartnerId(UUID value) implements Serializable {

    /** Makes the id of a new partner. */
    public static PartnerId next() {
        return new PartnerId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

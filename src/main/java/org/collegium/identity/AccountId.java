package org.collegium.identity;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names an account. */
public record AccountId(UUID value) implements Serializable {

    /** Makes the id of a new account. */
    public static AccountId next() {
        return new AccountId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

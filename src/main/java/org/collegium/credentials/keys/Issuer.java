package org.collegium.credentials.keys;

import java.util.UUID;
import org.collegium.partners.PartnerId;

/**
 * Who signs.
 *
 * @param id of the partner; nothing but zeros for the alliance
 */
public record Issuer(UUID id) {

    /** The members together. */
    public static final Issuer ALLIANCE = new Issuer(new UUID(0, 0));

    public static Issuer of(PartnerId partner) {
        return new Issuer(partner.value());
    }

    public boolean alliance() {
        return equals(ALLIANCE);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

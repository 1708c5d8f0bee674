package org.collegium.credentials;

import java.io.Serializable;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names a certificate within the platform; strangers know it by its {@link CertificateCode}. */
public record CertificateId(UUID value) implements Serializable {

    /** Makes the id of a new certificate. */
    public static CertificateId next() {
        return new CertificateId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

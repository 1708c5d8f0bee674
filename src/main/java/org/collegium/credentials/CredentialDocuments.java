package org.collegium.credentials;

import java.util.Map;
import org.collegium.identity.AccountId;

/** The signed forms of certificates, as far as they are about a person. */
public interface CredentialDocuments {

    /** Those of a learner's certificates, by their ids; one query. */
    Map<CertificateId, String> of(AccountId learner);

    /** Forgets a person: what was signed for them, and that they did something with a key. */
    void forget(AccountId person);
}

package org.collegium.credentials.signed;

import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.CredentialDocuments;
import org.collegium.credentials.keys.ForgettingDeeds;
import org.collegium.identity.AccountId;
import org.springframework.stereotype.Component;

/** What of the signed certificates is about a person. */
@Component
class PersonsDocuments implements CredentialDocuments {

    private final CredentialRows credentials;
    private final ForgettingDeeds deeds;

    PersonsDocuments(CredentialRows credentials, ForgettingDeeds deeds) {
        this.credentials = credentials;
        this.deeds = deeds;
    }

    @Override
    public Map<CertificateId, String> of(AccountId learner) {
        return credentials.of(learner).stream()
                .collect(Collectors.toMap(CredentialRows.Held::certificate, CredentialRows.Held::document));
    }

    @Override
    public void forget(AccountId person) {
        credentials.forget(person);
        deeds.forget(person);
    }
}

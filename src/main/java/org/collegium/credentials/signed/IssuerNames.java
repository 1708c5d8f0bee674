package org.collegium.credentials.signed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.proof.PublicKey;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How issuers are named to the world: by {@code did:web}, at addresses of the platform, or by {@code did:key}, by the key
 * itself, which needs no address and ends with the key.
 */
@Component
class IssuerNames {

    private final Partners partners;
    private final URI address;
    private final boolean byKey;

    IssuerNames(
            Partners partners,
            @Value("${collegium.address}") URI address,
            @Value("${collegium.credentials.issuer}") Kind kind) {
        this.partners = partners;
        this.address = address;
        this.byKey = kind == Kind.KEY;
    }

    /** The two kinds of names. */
    enum Kind {
        WEB,
        KEY
    }

    /** The name under which an issuer signs with a key. */
    Optional<String> name(Issuer issuer, PublicKey key) {
        return byKey ? Optional.of(key.did()) : web(issuer);
    }

    /** The name at the platform's address, whichever is used; empty for a partner that is none. */
    Optional<String> web(Issuer issuer) {
        return issuer.alliance()
                ? Optional.of(host())
                : partners.find(new PartnerId(issuer.id())).map(this::web);
    }

    String web(Partner partner) {
        return host() + ":partners:" + partner.data().slug();
    }

    /** What names a key in a proof. */
    static String method(String issuer, PublicKey key) {
        return issuer + "#" + key.multibase();
    }

    /** An address below the platform's. */
    String at(String path) {
        return address.toString().replaceAll("/++$", "") + path;
    }

    private String host() {
        String authority = address.getAuthority().toLowerCase(Locale.ROOT).replace(":", "%3A");
        String path = address.getPath() == null ? "" : address.getPath().replaceAll("/++$", "");
        return "did:web:" + authority + path.replace('/', ':');
    }
}

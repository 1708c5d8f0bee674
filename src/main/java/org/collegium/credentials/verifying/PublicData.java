package org.collegium.credentials.verifying;

import java.io.IOException;
import java.net.URI;

/** What issuers publish. */
@FunctionalInterface
public interface PublicData {

    /** The text at an address. */
    String fetch(URI address) throws IOException;
}

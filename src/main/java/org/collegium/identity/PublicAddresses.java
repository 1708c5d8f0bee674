package org.collegium.identity;

import java.util.List;

/**
 * Addresses that need no account, as path patterns such as {@code /verify/**}; a module contributes one bean for its own.
 * Their handlers create no session.
 */
public record PublicAddresses(List<String> patterns) {

    public PublicAddresses {
        patterns = List.copyOf(patterns);
    }

    public static PublicAddresses of(String... patterns) {
        return new PublicAddresses(List.of(patterns));
    }
}

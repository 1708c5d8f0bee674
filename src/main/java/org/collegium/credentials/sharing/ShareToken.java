package org.collegium.credentials.sharing;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;

/** What a link to shared certificates ends with: 128 bits that nobody guesses, as 26 small letters and digits. */
public record ShareToken(String value) {

    private static final int BITS = 128;
    private static final int RADIX = 32;
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ShareToken next() {
        String digits = new BigInteger(BITS, RANDOM).toString(RADIX);
        return new ShareToken("0".repeat(LENGTH - digits.length()) + digits);
    }

    /** Empty when it cannot be one. */
    static Optional<ShareToken> read(String text) {
        return text.matches("[0-9a-v]{26}") ? Optional.of(new ShareToken(text)) : Optional.empty();
    }

    /** Where it leads, from the root of the platform. */
    public String path() {
        return "/shared/" + value;
    }
}

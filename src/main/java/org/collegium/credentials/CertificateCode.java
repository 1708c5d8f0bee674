package org.collegium.credentials;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.collegium.shared.RuleViolation;

/**
 * What a stranger types to verify a certificate: 12 digits of Crockford's base 32, 60 random bits. I, L, O and U do not
 * occur, so that nobody takes them for 1 and 0.
 */
public record CertificateCode(String value) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int LONGEST_TYPED = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    public CertificateCode {
        if (value.length() != LENGTH || !value.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0)) {
            throw new RuleViolation("credentials.code.syntax");
        }
    }

    /** A new code that nobody can guess. */
    public static CertificateCode next() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int digit = 0; digit < LENGTH; digit++) {
            code.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return new CertificateCode(code.toString());
    }

    /** What somebody typed: spaces, hyphens and case do not matter, O is 0, I and L are 1. Empty when it is no code. */
    public static Optional<CertificateCode> read(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Pd}_.]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean code = plain.length() == LENGTH && plain.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0);
        return code ? Optional.of(new CertificateCode(plain)) : Optional.empty();
    }

    /** In groups of four, easier to read aloud. */
    public String grouped() {
        return value.substring(0, 4) + "-" + value.substring(4, 8) + "-" + value.substring(8);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.collegium.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** What a learner agrees to before an attempt; an agreement names the statement by its hash. */
public final class HonourStatement {

    private HonourStatement() {}

    /**
     * An agreement.
     *
     * @param sha256 of the statement as it was read, Markdown in UTF-8, in hexadecimal digits
     */
    public record Agreed(Instant at, String sha256) {}

    /** The hash of a statement; empty for none. */
    public static String sha256(String statement) {
        if (statement.isBlank()) {
            return "";
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(statement.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

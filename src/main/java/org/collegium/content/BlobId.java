package org.collegium.content;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names a blob by its content.
 *
 * @param sha256 64 hexadecimal digits in lower case
 */
public record BlobId(String sha256) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public BlobId {
        if (sha256.length() != 64 || !FORM.matcher(sha256).matches()) {
            throw new IllegalArgumentException("A blob is named by 64 hexadecimal digits in lower case");
        }
    }

    /** The name of content with this SHA-256 digest of 32 bytes. */
    public static BlobId of(byte[] digest) {
        return new BlobId(HexFormat.of().formatHex(digest));
    }

    @Override
    public String toString() {
        return sha256;
    }
}

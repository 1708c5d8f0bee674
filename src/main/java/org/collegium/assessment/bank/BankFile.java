package org.collegium.assessment.bank;

/**
 * A file that questions of a bank show, as a rule a picture; its content lies in the blob store.
 *
 * @param path as the questions of its partner point at it; it means this content for ever
 * @param sha256 content hash, 64 hexadecimal digits
 * @param size bytes
 */
public record BankFile(String path, String sha256, long size, String mediaType) {

    static final String FOLDER = "assets";
}

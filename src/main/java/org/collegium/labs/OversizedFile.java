package org.collegium.labs;

/**
 * A file of a lab that is too large for where labs are run.
 *
 * @param path as the lab names it
 * @param bytes that it has
 * @param most that it may have
 */
public record OversizedFile(String path, long bytes, long most) {}

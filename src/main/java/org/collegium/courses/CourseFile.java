package org.collegium.courses;

/**
 * A file of a course; its content lies in the blob store.
 *
 * @param sha256 content hash, 64 hexadecimal digits
 * @param size bytes
 */
public record CourseFile(String path, String sha256, long size, String mediaType) {}

package org.collegium.courses;

import org.collegium.courses.format.MediaTypes;

/**
 * A file of a course; its content lies in the blob store.
 *
 * @param sha256 content hash, 64 hexadecimal digits
 * @param size bytes
 */
public record CourseFile(String path, String sha256, long size, String mediaType) {

    /** A file of the kind that its name says. */
    public static CourseFile named(String path, String sha256, long size) {
        return new CourseFile(path, sha256, size, MediaTypes.of(path));
    }
}

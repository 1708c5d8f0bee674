package org.collegium.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Content-addressed files. A blob never changes; storing the same content again does nothing. What {@link #put} has
 * returned is on the disk and survives a crash.
 */
public interface Blobs {

    /** Stores all bytes of a stream, which stays open, and returns their name. */
    BlobId put(InputStream content) throws IOException;

    /** Stores bytes and returns their name. */
    BlobId put(byte[] content) throws IOException;

    /** A place of its own for blobs that are not wanted yet: they become blobs all together, or none does. */
    StagedBlobs stage() throws IOException;

    /** Opens a blob for reading, or returns empty when there is none; the caller closes it. */
    Optional<InputStream> open(BlobId id) throws IOException;

    /** Writes a blob to a stream, which stays open, and returns whether there was one. */
    boolean copy(BlobId id, OutputStream target) throws IOException;

    /** Reads a blob that is expected to fit into memory, or returns empty when there is none. */
    Optional<byte[]> read(BlobId id) throws IOException;

    /** The size of a blob in bytes, or empty when there is none. */
    OptionalLong size(BlobId id) throws IOException;

    /** Whether there is such a blob. */
    boolean contains(BlobId id);

    /** Removes what killed processes left unfinished more than a day ago. */
    void clearLeftovers() throws IOException;
}

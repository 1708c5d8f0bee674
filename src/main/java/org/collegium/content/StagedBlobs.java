package org.collegium.content;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Blobs that wait for whoever will refer to them. What was not placed is gone when it is closed, and a day after a crash. */
public interface StagedBlobs extends Closeable {

    /** Writes all bytes of a stream, which stays open, to the disk, where there is no such blob yet. */
    void put(BlobId id, InputStream content) throws IOException;

    /** Makes them blobs, which takes a moment only; doing it again does nothing. */
    void place() throws IOException;
}

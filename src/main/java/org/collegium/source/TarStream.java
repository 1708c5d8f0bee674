package org.collegium.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The unpacked bytes of a tar archive, with an end where the archive asks for too many: of names and other headers, which a
 * library reads into memory whole, and of entries that nobody takes.
 */
final class TarStream extends FilterInputStream {

    /** Names and attributes of one entry; systems that write extended attributes need some hundred kilobytes. */
    static final int LARGEST_HEADER = 1024 * 1024;

    private static final int HEADER = 1024;

    private final long most;
    private long all;
    private long left;

    TarStream(InputStream unpacked, SourceLimits limits) {
        super(unpacked);
        this.most = limits.totalBytes() + (long) limits.files() * HEADER + LARGEST_HEADER;
    }

    /** Says that the next entry is looked for, behind what the last one still has. */
    void next(long rest) {
        left = Math.clamp(rest, 0, most) + LARGEST_HEADER;
    }

    /** Says that the content of an entry is read now, which others count. */
    void content() {
        left = Long.MAX_VALUE;
    }

    /** Whether more was asked for than all entries together may have. */
    boolean exhausted() {
        return all > most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) throws IOException {
        all += bytes;
        left -= bytes;
        if (left < 0 || all > most) {
            throw new IOException("The archive asks for more than it may");
        }
    }
}

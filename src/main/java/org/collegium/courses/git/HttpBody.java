package org.collegium.courses.git;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a server answers, as RFC 9112 cuts it: of a known length, in chunks, or until it hangs up. */
final class HttpBody extends InputStream {

    private static final int LONGEST_LINE = 8192;
    private static final long UNTIL_CLOSED = Long.MAX_VALUE;

    private final InputStream in;
    private final GitExchange exchange;
    private final boolean chunked;
    private long left;
    private boolean first = true;

    /** @param length of the body; negative when it is not known */
    HttpBody(InputStream in, GitExchange exchange, boolean chunked, long length) {
        this.in = in;
        this.exchange = exchange;
        this.chunked = chunked;
        this.left = chunked ? 0 : length < 0 ? UNTIL_CLOSED : length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && (!chunked || !nextChunk())) {
            return -1;
        }
        int read = in.read(bytes, offset, (int) Math.min(length, left));
        if (read < 0) {
            if (left == UNTIL_CLOSED) {
                left = 0;
                return -1;
            }
            throw new EOFException("The server hung up");
        }
        if (left != UNTIL_CLOSED) {
            left -= read;
        }
        exchange.count(read);
        return read;
    }

    private boolean nextChunk() throws IOException {
        if (!first) {
            line(in);
        }
        first = false;
        String size = line(in);
        int semicolon = size.indexOf(';');
        try {
            left = Long.parseLong((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
        } catch (NumberFormatException malformed) {
            throw new GitFailure(GitFailure.Reason.BROKEN);
        }
        if (left < 0) {
            throw new GitFailure(GitFailure.Reason.BROKEN);
        }
        return left > 0;
    }

    /** A line without its end. */
    static String line(InputStream in) throws IOException {
        byte[] line = new byte[LONGEST_LINE];
        int length = 0;
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server hung up");
            }
            if (length == LONGEST_LINE) {
                throw new GitFailure(GitFailure.Reason.BROKEN);
            }
            line[length++] = (byte) c;
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

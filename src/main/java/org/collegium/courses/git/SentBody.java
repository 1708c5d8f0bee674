package org.collegium.courses.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What is sent to a server, of a length that was told before, or in chunks. */
final class SentBody extends OutputStream {

    private final OutputStream out;
    private final GitExchange exchange;
    private final boolean chunked;
    private boolean closed;

    SentBody(OutputStream out, GitExchange exchange, boolean chunked) {
        this.out = out;
        this.exchange = exchange;
        this.chunked = chunked;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        exchange.count(length);
        if (chunked) {
            out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(bytes, offset, length);
        if (chunked) {
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Ends the body; the answer still comes over the same line. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            if (chunked) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
        }
    }
}

package org.collegium.labs.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sandbox spoken to by two streams. Whoever speaks to it reads and writes them itself and waits; what takes too long is killed, which
 * ends the waiting. So whoever writes more than was asked for is held up by its own stream.
 */
final class StreamBox implements Box {

    private static final int BUFFER = 16 * 1024;
    private static final int DEEPEST = 200;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(400)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private final InputStream in;
    private final OutputStream out;
    private final BoxLife life;
    private final Deadlines deadlines;
    private final Consumer<StreamBox> closing;
    private final int longest;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** What has come, and where in it the next line begins and what has come ends. */
    private byte[] come = new byte[BUFFER];

    private int begin;
    private int end;

    /** When what is waited for is late, by {@link System#nanoTime}; only while something is. */
    private volatile long due;

    private volatile boolean waiting;
    private volatile boolean late;

    /** @param closing what else is to be done when it is closed */
    StreamBox(
            InputStream in,
            OutputStream out,
            BoxLife life,
            Deadlines deadlines,
            int longest,
            Consumer<StreamBox> closing) {
        this.in = in;
        this.out = out;
        this.life = life;
        this.deadlines = deadlines;
        this.longest = longest;
        this.closing = closing;
        deadlines.add(this);
    }

    void killWhenLate(long now) {
        if (waiting && now - due > 0) {
            late = true;
            life.kill();
        }
    }

    private void waitUntil(Instant deadline) {
        due = System.nanoTime()
                + Math.max(0, Duration.between(Instant.now(), deadline).toNanos());
        waiting = true;
    }

    @Override
    public void send(JsonNode frame, Instant deadline) {
        byte[] bytes = JSON.writeValueAsBytes(frame);
        byte[] line = Arrays.copyOf(bytes, bytes.length + 1);
        line[bytes.length] = '\n';
        waitUntil(deadline);
        try {
            out.write(line);
            out.flush();
        } catch (IOException _) {
            throw fault(BoxFault.Kind.ENDED);
        } finally {
            waiting = false;
        }
    }

    @Override
    public JsonNode receive(Instant deadline) {
        int length = awaited(deadline);
        int from = begin;
        begin += length + 1;
        try {
            JsonNode frame = JSON.readTree(come, from, length);
            if (frame.isObject()) {
                return frame;
            }
        } catch (JacksonException _) {
            // Told below: what is no JSON and what is no object are the same fault.
        }
        throw fault(BoxFault.Kind.MALFORMED);
    }

    private int awaited(Instant deadline) {
        waitUntil(deadline);
        try {
            return line();
        } catch (IOException _) {
            throw fault(BoxFault.Kind.ENDED);
        } finally {
            waiting = false;
        }
    }

    /** Reads until a line is there, and returns its length without its end. */
    private int line() throws IOException {
        int seen = begin;
        while (true) {
            for (int i = seen; i < end; i++) {
                if (come[i] == '\n') {
                    return i - begin;
                }
            }
            seen = end;
            if (end - begin > longest) {
                throw fault(BoxFault.Kind.TOO_LONG);
            }
            if (end == come.length) {
                seen -= begin;
                room();
            }
            int count = in.read(come, end, come.length - end);
            if (count < 0) {
                throw fault(BoxFault.Kind.ENDED);
            }
            end += count;
        }
    }

    private void room() {
        int length = end - begin;
        byte[] large = length > come.length / 2 ? new byte[come.length * 2] : come;
        System.arraycopy(come, begin, large, 0, length);
        come = large;
        begin = 0;
        end = length;
    }

    private BoxFault fault(BoxFault.Kind kind) {
        if (late) {
            return new BoxFault(BoxFault.Kind.TIMED_OUT, BoxLife.End.UNKNOWN);
        }
        if (kind != BoxFault.Kind.ENDED) {
            return new BoxFault(kind, BoxLife.End.UNKNOWN);
        }
        BoxLife.End ended = life.end();
        return new BoxFault(ended.blame() == BoxLife.Blame.PLACE ? BoxFault.Kind.LOST : kind, ended);
    }

    @Override
    public boolean hasUnread() {
        try {
            return begin < end || in.available() > 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public boolean isAlive() {
        return life.isAlive();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        deadlines.remove(this);
        life.kill();
        life.end();
        try {
            out.close();
            in.close();
        } catch (IOException _) {
            // Nobody is there any more.
        }
        closing.accept(this);
    }
}

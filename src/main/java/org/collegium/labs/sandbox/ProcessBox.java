package org.collegium.labs.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox that is a process of this machine, spoken to by its standard input and output. */
final class ProcessBox implements Box {

    private static final int BUFFER = 64 * 1024;
    private static final int DEEPEST = 200;
    private static final int PATIENCE_SECONDS = 10;
    private static final byte[] NONE = {};
    private static final byte[] TOO_LONG = {'!'};

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(400)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private final Process process;
    private final OutputStream out;
    private final Executor threads;
    private final int longest;
    /** One line may wait: whoever writes more than was asked for is held up by its own pipe. */
    private final BlockingQueue<byte[]> lines = new ArrayBlockingQueue<>(1);

    private volatile boolean closed;

    ProcessBox(Process process, Executor threads, int longest) {
        this.process = process;
        this.out = process.getOutputStream();
        this.threads = threads;
        this.longest = longest;
        threads.execute(this::read);
    }

    private void read() {
        byte[] buffer = new byte[BUFFER];
        byte[] line = new byte[BUFFER];
        int length = 0;
        try (InputStream in = process.getInputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int from = 0;
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') {
                        line = appended(line, length, buffer, from, i - from);
                        put(Arrays.copyOf(line, length + i - from));
                        length = 0;
                        from = i + 1;
                    }
                }
                if (length + n - from > longest) {
                    put(TOO_LONG);
                    return;
                }
                line = appended(line, length, buffer, from, n - from);
                length += n - from;
            }
            put(NONE);
        } catch (IOException _) {
            lines.offer(NONE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(byte[] line) throws InterruptedException {
        while (!closed && !lines.offer(line, 1, TimeUnit.SECONDS)) {
            // Held up until somebody asks.
        }
    }

    private static byte[] appended(byte[] line, int length, byte[] from, int offset, int count) {
        byte[] large =
                length + count <= line.length ? line : Arrays.copyOf(line, Math.max(line.length * 2, length + count));
        System.arraycopy(from, offset, large, length, count);
        return large;
    }

    @Override
    public void send(JsonNode frame, Instant deadline) {
        byte[] bytes = (frame + "\n").getBytes(StandardCharsets.UTF_8);
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> write(bytes), threads);
        try {
            sent.get(Math.max(1, Duration.between(Instant.now(), deadline).toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw fault(BoxFault.Kind.TIMED_OUT);
        } catch (ExecutionException _) {
            throw fault(BoxFault.Kind.ENDED);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw fault(BoxFault.Kind.TIMED_OUT);
        }
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Override
    public JsonNode receive(Instant deadline) {
        byte[] line;
        try {
            line = lines.poll(
                    Math.max(1, Duration.between(Instant.now(), deadline).toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw fault(BoxFault.Kind.TIMED_OUT);
        }
        if (line == null) {
            throw fault(BoxFault.Kind.TIMED_OUT);
        }
        if (line == NONE) {
            throw fault(BoxFault.Kind.ENDED);
        }
        if (line == TOO_LONG) {
            throw fault(BoxFault.Kind.TOO_LONG);
        }
        try {
            JsonNode frame = JSON.readTree(line);
            if (frame.isObject()) {
                return frame;
            }
        } catch (JacksonException _) {
            // Told below: what is no JSON and what is no object are the same fault.
        }
        throw fault(BoxFault.Kind.MALFORMED);
    }

    private BoxFault fault(BoxFault.Kind kind) {
        int exitCode = -1;
        try {
            if (kind == BoxFault.Kind.ENDED && process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                exitCode = process.exitValue();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new BoxFault(kind, exitCode);
    }

    @Override
    public boolean hasUnread() {
        byte[] next = lines.peek();
        return next != null && next != NONE;
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        lines.clear();
        try {
            out.close();
        } catch (IOException _) {
            // Nobody reads any more.
        }
    }
}

package org.collegium.labs.sandbox;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small process that starts sandboxes, since the platform's own is large and changes its user for each. It ends when the platform does,
 * and with it end all sandboxes that it started.
 */
final class BoxStarter implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final OutputStream orders;
    private final Path folder;
    private final Path filter;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, Life> lives = new ConcurrentHashMap<>();
    private volatile boolean gone;

    /** A sandbox that was started: what it writes, what it reads, and its life. */
    record Started(FileInputStream in, FileOutputStream out, BoxLife life) {}

    /**
     * @param command runs the script
     * @param folder where it may make what a sandbox is spoken to by; nobody else's
     * @param filter what a sandbox finds as descriptor 3
     */
    BoxStarter(ProcessBuilder command, Path folder, Path filter) throws IOException {
        this.process = command.redirectError(Redirect.DISCARD).start();
        this.orders = process.getOutputStream();
        this.folder = folder;
        this.filter = filter;
        Thread.ofPlatform().daemon().name("lab-starter").start(this::listen);
    }

    boolean isAlive() {
        return !gone && process.isAlive();
    }

    /**
     * Starts a sandbox.
     *
     * @param errors the file that gets its complaints
     * @throws SandboxUnavailable when it cannot be started
     */
    Started start(List<String> command, Path errors) {
        int number = last.incrementAndGet();
        Life life = new Life(number);
        lives.put(number, life);
        ObjectNode order = JSON.createObjectNode()
                .put("start", number)
                .put("filter", filter.toString())
                .put("errors", errors.toString());
        command.forEach(order.putArray("command")::add);
        try {
            tell(order);
            if (!isAlive()) {
                life.lost();
            }
            life.started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return opened(number, life);
        } catch (IOException | ExecutionException | TimeoutException failure) {
            life.kill();
            throw new SandboxUnavailable("The sandbox could not be started", failure);
        } catch (InterruptedException interrupted) {
            life.kill();
            Thread.currentThread().interrupt();
            throw new SandboxUnavailable("Interrupted", interrupted);
        }
    }

    private Started opened(int number, Life life) throws IOException {
        File in = folder.resolve(number + ".out").toFile();
        File out = folder.resolve(number + ".in").toFile();
        // Opened both ways first, so that opening one way never waits for an other side that may be gone.
        try (RandomAccessFile _ = new RandomAccessFile(in, "rw");
                RandomAccessFile _ = new RandomAccessFile(out, "rw")) {
            FileOutputStream written = new FileOutputStream(out);
            try {
                Started started = new Started(new FileInputStream(in), written, life);
                tell(JSON.createObjectNode().put("opened", number));
                return started;
            } catch (IOException failure) {
                written.close();
                throw failure;
            }
        }
    }

    private void tell(ObjectNode order) throws IOException {
        byte[] line = (order + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (orders) {
            orders.write(line);
            orders.flush();
        }
    }

    private void listen() {
        try (BufferedReader events = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                heard(JSON.readTree(line));
            }
        } catch (IOException | JacksonException _) {
            // It is of no use any more: what it started ends with it.
        } finally {
            gone = true;
            process.destroyForcibly();
            lives.values().forEach(Life::lost);
            lives.clear();
        }
    }

    private void heard(JsonNode event) {
        if (event.has("started")) {
            life(event.path("started")).started.complete(true);
        } else if (event.has("failed")) {
            life(event.path("failed")).failed(event.path("why").asString(""));
        } else if (event.has("ended")) {
            life(event.path("ended")).ended(BoxLife.End.of(event.path("code").asInt(-1)));
        }
    }

    private Life life(JsonNode number) {
        return lives.getOrDefault(number.asInt(), new Life(number.asInt()));
    }

    /** Ends it and all sandboxes that it started. */
    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The life of one that was started, as it is told. */
    private final class Life implements BoxLife {

        private static final int PATIENCE_SECONDS = 10;

        private final int number;
        private final CompletableFuture<Boolean> started = new CompletableFuture<>();
        private final CompletableFuture<End> ended = new CompletableFuture<>();

        private Life(int number) {
            this.number = number;
        }

        private void failed(String why) {
            lives.remove(number);
            started.completeExceptionally(new IOException(why));
            ended.complete(End.UNKNOWN);
        }

        private void ended(End end) {
            lives.remove(number);
            ended.complete(end);
        }

        /** Whoever started it is gone, which is no doing of what ran in it. */
        private void lost() {
            started.completeExceptionally(new IOException("What starts sandboxes has ended"));
            ended.complete(new End(-1, Blame.PLACE));
        }

        @Override
        public boolean isAlive() {
            return !ended.isDone();
        }

        @Override
        public void kill() {
            if (isAlive()) {
                try {
                    tell(JSON.createObjectNode().put("kill", number));
                } catch (IOException _) {
                    // With whoever started it, it ends itself.
                }
            }
        }

        @Override
        public End end() {
            try {
                return ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return End.UNKNOWN;
            } catch (ExecutionException | TimeoutException _) {
                return End.UNKNOWN;
            }
        }
    }
}

package org.collegium.labs.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sandboxes that are started before they are needed. Each is used once, by one grading. */
public final class BoxPool implements AutoCloseable {

    private static final Duration START_TIME = Duration.ofSeconds(60);
    private static final int MOST_KINDS = 8;

    /**
     * What a sandbox is for; one that was started for the same can be taken.
     *
     * @param modules that are imported before it is taken
     */
    public record Wanted(LabRuntime runtime, Role role, Limits limits, LabFiles files, List<String> modules) {
        public Wanted {
            modules = List.copyOf(modules);
        }
    }

    private final SandboxLauncher launcher;
    private final int ready;
    private final LinkedHashMap<Wanted, Deque<Box>> kinds = new LinkedHashMap<>(16, 0.75f, true);
    private final ExecutorService starting;
    private boolean closed;

    /** @param ready how many of each kind wait; 0 starts each when it is asked for */
    public BoxPool(SandboxLauncher launcher, int ready) {
        this.launcher = launcher;
        this.ready = ready;
        this.starting = Executors.newFixedThreadPool(
                launcher.startsAtOnce(),
                Thread.ofPlatform().daemon().name("lab-pool-", 0).factory());
    }

    /**
     * A sandbox that has answered once and has run nothing of anybody's.
     *
     * @throws SandboxUnavailable when none can be had
     */
    public Box take(Wanted wanted) {
        Optional<Box> waiting = poll(wanted);
        refill(wanted);
        return waiting.orElseGet(() -> start(wanted));
    }

    private synchronized Optional<Box> poll(Wanted wanted) {
        Deque<Box> boxes = kinds.computeIfAbsent(wanted, none -> new ArrayDeque<>());
        for (Box box = boxes.poll(); box != null; box = boxes.poll()) {
            if (box.isAlive()) {
                return Optional.of(box);
            }
            box.close();
        }
        return Optional.empty();
    }

    private void refill(Wanted wanted) {
        if (ready == 0) {
            return;
        }
        try {
            starting.execute(() -> {
                if (wants(wanted)) {
                    keep(wanted, start(wanted));
                }
            });
        } catch (RejectedExecutionException _) {
            // The pool is being closed.
        }
    }

    private synchronized boolean wants(Wanted wanted) {
        Deque<Box> boxes = kinds.get(wanted);
        return !closed && boxes != null && boxes.size() < ready;
    }

    private void keep(Wanted wanted, Box box) {
        List<Box> leaving = new ArrayList<>();
        synchronized (this) {
            Deque<Box> boxes = kinds.get(wanted);
            if (closed || boxes == null) {
                leaving.add(box);
            } else {
                boxes.add(box);
            }
            while (kinds.size() > MOST_KINDS) {
                leaving.addAll(kinds.pollFirstEntry().getValue());
            }
        }
        leaving.forEach(Box::close);
    }

    private Box start(Wanted wanted) {
        Box box = launcher.open(wanted.runtime(), wanted.role(), wanted.limits(), wanted.files());
        try {
            Instant deadline = Instant.now().plus(START_TIME);
            ObjectNode warm =
                    JsonMapper.shared().createObjectNode().put("id", 0).put("op", "warm");
            wanted.modules().forEach(warm.putArray("modules")::add);
            box.send(warm, deadline);
            JsonNode answer = box.receive(deadline);
            if (!answer.path("warm").isArray()) {
                throw new SandboxUnavailable("A sandbox answered " + answer);
            }
            return box;
        } catch (BoxFault fault) {
            box.close();
            throw new SandboxUnavailable("A sandbox did not begin: " + fault.kind() + ", exit " + fault.exitCode());
        } catch (SandboxUnavailable unavailable) {
            box.close();
            throw unavailable;
        }
    }

    /** Fills up what waits for this, and returns when it is there. */
    public void prepare(Wanted wanted) {
        poll(wanted).ifPresent(box -> keep(wanted, box));
        while (wants(wanted)) {
            keep(wanted, start(wanted));
        }
    }

    @Override
    public void close() {
        List<Box> waiting = new ArrayList<>();
        synchronized (this) {
            closed = true;
            kinds.values().forEach(waiting::addAll);
            kinds.clear();
        }
        starting.shutdown();
        waiting.forEach(Box::close);
        try {
            if (!starting.awaitTermination(5, TimeUnit.SECONDS)) {
                starting.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

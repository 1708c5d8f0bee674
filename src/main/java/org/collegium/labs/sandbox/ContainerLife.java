package org.collegium.labs.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The life of a container. The process that speaks for it is only the engine's command: that one dies says nothing of the container, so it is
 * removed by its name, before the command is killed and once more after it, since the command may have been about to make it.
 */
final class ContainerLife implements BoxLife {

    /** By which an engine says that it failed itself; a program inside may end with it too. */
    private static final int ENGINE_FAILED = 125;

    private static final int PATIENCE_SECONDS = 60;

    private final ProcessLife command;
    private final Runnable removing;
    private final Executor removals;
    private @Nullable CompletableFuture<Void> removed;

    ContainerLife(ProcessLife command, Runnable removing, Executor removals) {
        this.command = command;
        this.removing = removing;
        this.removals = removals;
    }

    @Override
    public boolean isAlive() {
        return command.isAlive();
    }

    @Override
    public synchronized void kill() {
        if (removed == null) {
            removed = CompletableFuture.runAsync(
                    () -> {
                        removing.run();
                        command.kill();
                        command.end();
                        removing.run();
                    },
                    removals);
        }
    }

    private synchronized @Nullable CompletableFuture<Void> removed() {
        return removed;
    }

    @Override
    public End end() {
        CompletableFuture<Void> waited = removed();
        if (waited != null) {
            try {
                waited.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException _) {
                return End.UNKNOWN;
            }
        }
        End end = command.end();
        return end.exitCode() == ENGINE_FAILED ? new End(end.exitCode(), Blame.DOUBTFUL) : end;
    }
}

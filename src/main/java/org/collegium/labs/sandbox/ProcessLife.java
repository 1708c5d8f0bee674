package org.collegium.labs.sandbox;

import java.util.concurrent.TimeUnit;

/** The life of a process of this machine. */
record ProcessLife(Process process) implements BoxLife {

    private static final int PATIENCE_SECONDS = 10;

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public End end() {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? End.of(process.exitValue()) : End.UNKNOWN;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return End.UNKNOWN;
        }
    }
}

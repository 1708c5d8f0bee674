package org.collegium.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.labs.LabSettings.Launcher;

/** Looks for what a sandbox of this process may have left behind. */
final class LabProcesses {

    private LabProcesses() {}

    /** The processes below this one, after those that were just killed had time to go. */
    static List<String> running() {
        List<String> found = List.of();
        for (int i = 0; i < 100; i++) {
            found = ProcessHandle.current()
                    .descendants()
                    .filter(ProcessHandle::isAlive)
                    .flatMap(process -> command(process).stream())
                    .filter(command -> command.contains("bwrap") || command.contains("/lab/"))
                    .collect(Collectors.toCollection(ArrayList::new));
            found.addAll(containers());
            if (found.isEmpty()) {
                return found;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        return found;
    }

    /** The containers of this process, which are not below it. */
    private static List<String> containers() {
        if (LabFixtures.SETTINGS.launcher() != Launcher.CONTAINER) {
            return List.of();
        }
        String engine = LabFixtures.SETTINGS.container().engine();
        ProcessHandle own = ProcessHandle.current();
        long since = own.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        String label = "label=org.collegium.labs.process=" + own.pid() + "-" + since;
        try {
            Process listing = new ProcessBuilder(engine, "ps", "--all", "--filter", label, "--format", "{{.Names}}")
                    .redirectErrorStream(true)
                    .start();
            String listed = new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return listed.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<String> command(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.commandLine()
                .or(info::command)
                .map(command -> "process %d below %d, since %s: %s"
                        .formatted(
                                process.pid(),
                                process.parent().map(ProcessHandle::pid).orElse(0L),
                                info.startInstant().map(Object::toString).orElse("?"),
                                command));
    }
}

package org.collegium.labs;

import java.util.List;
import java.util.Optional;

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
                    .toList();
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

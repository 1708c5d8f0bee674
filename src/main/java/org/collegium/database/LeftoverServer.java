package org.collegium.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a server that outlived a killed application, so that the data folder can be opened again. */
final class LeftoverServer {

    private static final int PATIENCE_SECONDS = 30;

    private LeftoverServer() {}

    static void stop(Path folder) throws IOException {
        Path tables = folder.resolve("tables");
        if (!Files.isDirectory(tables)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(tables, "*.pid")) {
            for (Path file : files) {
                running(file, tables).ifPresent(LeftoverServer::end);
            }
        }
    }

    private static Optional<ProcessHandle> running(Path pidFile, Path tables) throws IOException {
        String text = Files.readString(pidFile).strip();
        if (!text.matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(text)).filter(process -> servesThis(process, tables));
    }

    private static boolean servesThis(ProcessHandle process, Path tables) {
        String command = process.info().commandLine().orElse("");
        return (command.contains("mysqld") || command.contains("mariadbd"))
                && command.contains(tables.toAbsolutePath().normalize().toString());
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException exception) {
            process.destroyForcibly();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }
}

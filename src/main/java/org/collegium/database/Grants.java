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
                                "")));
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

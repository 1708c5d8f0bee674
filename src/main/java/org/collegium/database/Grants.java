package org.collegium.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.collegium.database.EmbeddedDatabase.DatabaseUnavailable;

/** The accounts of the embedded server: one generated password, kept in a file that only its owner reads. */
final class Grants {

    private final Path file;
    private final int port;

    Grants(Path folder, int port) {
        this.file = folder.resolve("password");
        this.port = port;
    }

    /** Makes sure that the application's account exists and returns its password. */
    String establish() throws IOException {
        if (!Files.exists(file)) {
            writePassword();
        }
        String password = Files.readString(file).strip();
        if (!canSignIn(EmbeddedDatabase.USER, password)) {
            secure(password);
        }
        return password;
    }

    private void writePassword() throws IOException {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Path fresh = Files.createTempFile(file.getParent(), "password", ".new");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(fresh, HexFormat.of().formatHex(bytes));
        Files.move(fresh, file);
    }

    private boolean canSignIn(String user, String password) {
        try (Connection connection = connect(user, password)) {
            return connection.isValid(5);
        } catch (SQLException exception) {
            return false;
        }
    }

    private void secure(String password) {
        String user = "'" + EmbeddedDatabase.USER + "'@'127.0.0.1'";
        String rootPassword = canSignIn("root", "") ? "" : password;
        try (Connection connection = connect("root", rootPassword);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + EmbeddedDatabase.SCHEMA
                    + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
            statement.execute("DELETE FROM mysql.global_priv WHERE User = ''");
            statement.execute("FLUSH PRIVILEGES");
            statement.execute("CREATE OR REPLACE USER " + user + " IDENTIFIED BY '" + password + "'");
            statement.execute("GRANT ALL ON " + EmbeddedDatabase.SCHEMA + ".* TO " + user);
            for (String host : new String[] {"localhost", "127.0.0.1", "::1"}) {
                statement.execute("ALTER USER IF EXISTS 'root'@'" + host + "' IDENTIFIED BY '" + password + "'");
            }
        } catch (SQLException exception) {
            throw new DatabaseUnavailable("The embedded MariaDB refused its own set-up", exception);
        }
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", user, password);
    }
}

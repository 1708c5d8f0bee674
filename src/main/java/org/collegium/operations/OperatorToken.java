package org.collegium.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The secret that proves an operator on this machine: a file in the data folder that only its owner reads. */
@Component
class OperatorToken {

    static final String FILE = "operator-token";
    private static final int BYTES = 32;

    private final byte[] token;

    OperatorToken(@Value("${collegium.data}") Path data) throws IOException {
        Files.createDirectories(data);
        token = read(data).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this is the token; takes as long for a wrong one as for the right one. */
    boolean matches(String given) {
        return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return Files.readString(file).strip();
    }

    private static void write(Path file, String text) throws IOException {
        FileAttribute<?>[] forItsOwner =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try {
            Files.createFile(draft, forItsOwner);
            Files.writeString(draft, text + "\n");
            Files.move(draft, file);
        } catch (FileAlreadyExistsException other) {
            Files.deleteIfExists(draft);
        }
    }
}

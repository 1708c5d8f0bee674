package org.collegium.courses.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.collegium.content.IncomingFiles;
import org.collegium.courses.importing.UploadRows.Upload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The bytes of uploads: whether there is room for them, that they are written, and their hashes. */
@Component
class UploadFiles {

    private static final Logger LOG = LoggerFactory.getLogger(UploadFiles.class);
    private static final int BUFFER = 64 * 1024;

    private final IncomingFiles files;
    private final UploadSettings settings;

    UploadFiles(IncomingFiles files, UploadSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** Whether the disk takes so much and keeps its reserve. */
    boolean roomFor(long bytes) {
        try {
            return files.room() - bytes >= settings.reserve().toBytes();
        } catch (IOException unknown) {
            LOG.warn("It is not known how much room there is", unknown);
            return true;
        }
    }

    /** Writes a piece; whether it is on the disk. */
    boolean write(Upload upload, long at, byte[] piece) {
        try {
            files.write(upload.id(), upload.name(), at, piece);
            return true;
        } catch (IOException disk) {
            LOG.warn("A piece of the upload {} could not be written", upload.id(), disk);
            return false;
        }
    }

    /** SHA-256 of all of a file; empty when it cannot be read any more. */
    Optional<String> hash(Upload upload) {
        try (InputStream content = Files.newInputStream(files.file(upload.id(), upload.name()))) {
            MessageDigest digest = digest();
            byte[] buffer = new byte[BUFFER];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException disk) {
            LOG.warn("The upload {} cannot be read", upload.id(), disk);
            return Optional.empty();
        }
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** What cannot be removed now, a sweep removes. */
    void discard(UUID id) {
        try {
            files.discard(id);
        } catch (IOException disk) {
            LOG.warn("The upload {} could not be removed", id, disk);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.collegium.content;

import jakarta.annotation.PostConstruct;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps blobs in a folder, {@code ab/cd/abcd…}. A blob is written beside the others under another name, forced to the
 * disk and then moved to its place, so that a crash leaves either the whole blob or a leftover that nobody reads.
 */
@Component
final class FolderBlobs implements Blobs {

    private static final int BUFFER = 64 * 1024;
    private static final String INCOMING = "incoming";

    private final Path root;

    FolderBlobs(@Value("${collegium.blobs.folder:data/blobs}") Path root) {
        this.root = root;
    }

    /** Removes what killed processes left unfinished; what is younger than a day may be on its way, from another node too. */
    @Override
    @PostConstruct
    public void clearLeftovers() throws IOException {
        Path incoming = root.resolve(INCOMING);
        if (!Files.isDirectory(incoming)) {
            return;
        }
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(incoming)) {
            for (Path draft : drafts) {
                removeIfOld(draft, old);
            }
        }
    }

    private static void removeIfOld(Path draft, FileTime old) throws IOException {
        try {
            if (Files.getLastModifiedTime(draft).compareTo(old) < 0) {
                FolderStage.delete(draft);
            }
        } catch (NoSuchFileException placed) {
            // It has become a blob, or another node was quicker.
            return;
        }
    }

    @Override
    public BlobId put(byte[] content) throws IOException {
        BlobId id = BlobId.of(sha256().digest(content));
        return contains(id) ? id : put(new ByteArrayInputStream(content));
    }

    @Override
    public BlobId put(InputStream content) throws IOException {
        Path incoming = Files.createDirectories(root.resolve(INCOMING));
        Path draft = incoming.resolve(UUID.randomUUID().toString());
        try {
            BlobId id = write(content, draft);
            place(draft, id);
            return id;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public StagedBlobs stage() {
        return new FolderStage(
                this, root.resolve(INCOMING).resolve(UUID.randomUUID().toString()));
    }

    static BlobId write(InputStream content, Path draft) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                digest.update(buffer, 0, count);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
        return BlobId.of(digest.digest());
    }

    void place(Path draft, BlobId id) throws IOException {
        Path target = path(id);
        if (Files.exists(target)) {
            return;
        }
        Path folder = folder(id);
        boolean fresh = !Files.exists(folder);
        Files.createDirectories(folder);
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException stored) {
            return;
        }
        force(folder);
        if (fresh) {
            force(root.resolve(id.sha256().substring(0, 2)));
            force(root);
        }
    }

    /** Forces the entries of a folder to the disk where the system can do so. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Some systems cannot open folders; there the move itself is all that can be asked for.
            return;
        }
    }

    @Override
    public Optional<InputStream> open(BlobId id) throws IOException {
        try {
            return Optional.of(Files.newInputStream(path(id)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public boolean copy(BlobId id, OutputStream target) throws IOException {
        try {
            Files.copy(path(id), target);
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    @Override
    public Optional<byte[]> read(BlobId id) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path(id)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public OptionalLong size(BlobId id) throws IOException {
        try {
            return OptionalLong.of(Files.size(path(id)));
        } catch (NoSuchFileException absent) {
            return OptionalLong.empty();
        }
    }

    @Override
    public boolean contains(BlobId id) {
        return Files.isRegularFile(path(id));
    }

    /** Removes a blob, if there is one. */
    void remove(BlobId id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    private Path path(BlobId id) {
        return folder(id).resolve(id.sha256());
    }

    private Path folder(BlobId id) {
        String name = id.sha256();
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}

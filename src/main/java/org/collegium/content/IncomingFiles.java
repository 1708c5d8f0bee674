package org.collegium.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Large files on their way in, to which pieces are added, in the folder that all nodes share. Each keeps the name by which people know it,
 * in a folder of its own. Whoever refers to them knows when nobody does any more.
 */
@Component
public class IncomingFiles {

    private static final int LONGEST = 100;

    private final Path root;

    IncomingFiles(@Value("${collegium.blobs.folder:data/blobs}") Path blobs) {
        this.root = blobs.resolve("arriving");
    }

    /** What is harmless of a name that somebody gave, never empty. */
    public static String harmless(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N} ._-]", "-").replaceAll("^[. ]++", "");
        String shorter = plain.substring(Math.max(0, plain.length() - LONGEST)).replaceAll("^[. ]++|[. ]++$", "");
        return shorter.isEmpty() ? "course" : shorter;
    }

    /** Puts a piece at its place in a file; it is on the disk when this returns. What was there from that place on is gone. */
    public void write(UUID id, String name, long at, byte[] piece) throws IOException {
        Path file = place(id, name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            if (channel.size() < at) {
                throw new IOException("The file " + id + " has less than " + at + " bytes");
            }
            channel.truncate(at);
            ByteBuffer bytes = ByteBuffer.wrap(piece);
            for (long place = at; bytes.hasRemaining(); ) {
                place += channel.write(bytes, place);
            }
            channel.force(true);
        }
    }

    /** Keeps all of a stream, which stays open, up to a size; returns whether it was not larger. */
    public boolean receive(UUID id, String name, InputStream content, long most) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        try (FileChannel channel =
                FileChannel.open(place(id, name), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            long size = 0;
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                size += count;
                if (size > most) {
                    return false;
                }
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
            return true;
        }
    }

    /** Where the file is. */
    public Path file(UUID id, String name) {
        return folder(id).resolve(harmless(name));
    }

    /** How many bytes the disk still takes. */
    public long room() throws IOException {
        Files.createDirectories(root);
        return Files.getFileStore(root).getUsableSpace();
    }

    /** Removes a file, if there is one. */
    public void discard(UUID id) throws IOException {
        FolderStage.delete(folder(id));
    }

    /** All that there are. */
    public List<UUID> all() throws IOException {
        List<UUID> found = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
                for (Path folder : folders) {
                    id(folder).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** The file that has this name; what file systems and people put beside them is none. */
    static Optional<UUID> id(Path named) {
        try {
            return Optional.of(UUID.fromString(named.getFileName().toString()));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private Path place(UUID id, String name) throws IOException {
        Files.createDirectories(folder(id));
        return file(id, name);
    }

    private Path folder(UUID id) {
        return root.resolve(id.toString());
    }
}

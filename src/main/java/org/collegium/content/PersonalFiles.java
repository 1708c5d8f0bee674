package org.collegium.content;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
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
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Files of persons, apart from those of courses since they go with their person: content-addressed once they are whole, and before that
 * drafts to which pieces are added. Whoever refers to them knows when nobody does any more.
 */
@Component
public class PersonalFiles {

    private final FolderBlobs whole;
    private final Path drafts;

    PersonalFiles(@Value("${collegium.blobs.folder:data/blobs}") Path root) {
        Path own = root.resolve("personal");
        this.whole = new FolderBlobs(own);
        this.drafts = own.resolve("drafts");
    }

    /** Puts a piece at its place in a draft; it is on the disk when this returns. What was there from that place on is gone. */
    public void write(UUID draft, long at, byte[] piece) throws IOException {
        Files.createDirectories(drafts);
        try (FileChannel channel = FileChannel.open(path(draft), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            channel.truncate(at);
            ByteBuffer bytes = ByteBuffer.wrap(piece);
            for (long place = at; bytes.hasRemaining(); ) {
                place += channel.write(bytes, place);
            }
            channel.force(true);
        }
    }

    /** Reads a draft from its first byte up to a size; the caller closes it. */
    public InputStream read(UUID draft, long size) throws IOException {
        FileChannel channel = FileChannel.open(path(draft), StandardOpenOption.READ);
        if (channel.size() < size) {
            channel.close();
            throw new IOException("The draft " + draft + " has less than " + size + " bytes");
        }
        return Channels.newInputStream(channel);
    }

    /** Removes a draft, if there is one. */
    public void discard(UUID draft) throws IOException {
        Files.deleteIfExists(path(draft));
    }

    /** All drafts that there are. */
    public List<UUID> drafts() throws IOException {
        List<UUID> found = new ArrayList<>();
        if (Files.isDirectory(drafts)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(drafts)) {
                for (Path file : files) {
                    IncomingFiles.id(file).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Keeps the bytes of a stream, which stays open, and returns their name. */
    public BlobId put(InputStream content) throws IOException {
        return whole.put(content);
    }

    /** Opens a file for reading, or returns empty when there is none; the caller closes it. */
    public Optional<InputStream> open(BlobId file) throws IOException {
        return whole.open(file);
    }

    /** A file as requests are answered with it; its length is known, so that ranges of it can be asked for. */
    public Resource resource(BlobId file) {
        return new PersonalFile(file);
    }

    /** Removes a file, if there is one. Only whoever holds what refers to it may, so that nobody begins to refer to it meanwhile. */
    public void remove(BlobId file) throws IOException {
        whole.remove(file);
    }

    private Path path(UUID draft) {
        return drafts.resolve(draft.toString());
    }

    private final class PersonalFile extends AbstractResource {

        private final BlobId file;

        PersonalFile(BlobId file) {
            this.file = file;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return whole.open(file).orElseThrow(() -> new FileNotFoundException(file.toString()));
        }

        @Override
        public long contentLength() throws IOException {
            return whole.size(file).orElseThrow(() -> new FileNotFoundException(file.toString()));
        }

        @Override
        public String getDescription() {
            return "file " + file;
        }
    }
}

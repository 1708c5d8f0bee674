package org.collegium.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.FileUploadCallback;
import com.vaadin.flow.server.streams.InMemoryUploadCallback;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Takes a file of which no more is read than it may have. The limit of an upload field is looked at in the browser alone: whoever sends
 * without one would fill the memory or the disk.
 */
public final class BoundedUpload implements UploadHandler {

    private static final int BUFFER = 64 * 1024;

    private final long largest;
    private final Reading reading;

    private BoundedUpload(long largest, Reading reading) {
        this.largest = largest;
        this.reading = reading;
    }

    /** Reads a file, and returns what is to be done with it in its tab; empty when there is more than may be. */
    private interface Reading extends Serializable {
        Optional<Command> read(UploadMetadata file, InputStream content) throws IOException;
    }

    private interface Doing {
        void run() throws IOException;
    }

    /** @param largest in bytes */
    public static BoundedUpload inMemory(int largest, InMemoryUploadCallback taken) {
        return new BoundedUpload(largest, (file, content) -> {
            byte[] bytes = content.readNBytes(largest + 1);
            return bytes.length > largest ? Optional.empty() : Optional.of(doing(() -> taken.complete(file, bytes)));
        });
    }

    /**
     * Whoever takes the file removes it.
     *
     * @param largest in bytes
     */
    public static BoundedUpload toTempFile(long largest, FileUploadCallback taken) {
        return new BoundedUpload(largest, (file, content) -> {
            Path kept = Files.createTempFile("upload-", ".tmp");
            boolean whole = false;
            try {
                whole = copy(content, kept, largest);
            } finally {
                if (!whole) {
                    Files.deleteIfExists(kept);
                }
            }
            return whole ? Optional.of(doing(() -> taken.complete(file, kept.toFile()))) : Optional.empty();
        });
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        UI tab = event.getUI();
        UploadMetadata file = new UploadMetadata(event.getFileName(), event.getContentType(), event.getFileSize());
        Optional<Command> next;
        try (InputStream content = event.getInputStream()) {
            next = event.getFileSize() > largest ? Optional.empty() : reading.read(file, content);
        }
        next.ifPresentOrElse(tab::access, event::reject);
    }

    @Override
    public long getFileSizeMax() {
        return largest;
    }

    private static boolean copy(InputStream content, Path target, long largest) throws IOException {
        try (OutputStream kept = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER];
            long all = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                all += read;
                if (all > largest) {
                    return false;
                }
                kept.write(buffer, 0, read);
            }
            return true;
        }
    }

    private static Command doing(Doing work) {
        return () -> {
            try {
                work.run();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }
}

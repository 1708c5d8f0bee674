package org.collegium.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Blobs that wait in a folder beside the others. */
final class FolderStage implements StagedBlobs {

    private final FolderBlobs blobs;
    private final Path folder;
    private final Map<BlobId, Path> waiting = new LinkedHashMap<>();

    FolderStage(FolderBlobs blobs, Path folder) {
        this.blobs = blobs;
        this.folder = folder;
    }

    @Override
    public void put(BlobId id, InputStream content) throws IOException {
        if (waiting.containsKey(id) || blobs.contains(id)) {
            return;
        }
        Path draft = Files.createDirectories(folder).resolve(id.sha256());
        Files.deleteIfExists(draft);
        BlobId written = FolderBlobs.write(content, draft);
        if (!written.equals(id)) {
            throw new IOException("The content has another hash than was said: " + written + " instead of " + id);
        }
        waiting.put(id, draft);
    }

    @Override
    public void place() throws IOException {
        for (Map.Entry<BlobId, Path> draft : waiting.entrySet()) {
            if (Files.exists(draft.getValue())) {
                blobs.place(draft.getValue(), draft.getKey());
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    /** Deletes a folder and all that is in it, if there is one. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }
}

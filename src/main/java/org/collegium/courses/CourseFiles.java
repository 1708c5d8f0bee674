package org.collegium.courses;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.content.BlobId;
import org.collegium.content.Blobs;
import org.collegium.content.StagedBlobs;
import org.collegium.courses.format.MediaTypes;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;

/** The contents of courses' files in the blob store. */
@Component
public class CourseFiles {

    private final Blobs blobs;

    CourseFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * Keeps files and adds them to a course.
     *
     * @throws RuleViolation when another file is where one of them should go
     */
    CourseManifest with(CourseManifest manifest, List<SourceFile> more) {
        if (more.isEmpty()) {
            return manifest;
        }
        Map<String, CourseFile> all = new HashMap<>(manifest.files());
        for (SourceFile file : more) {
            CourseFile added = new CourseFile(file.path(), keep(file), file.size(), MediaTypes.of(file.path()));
            CourseFile there = all.putIfAbsent(file.path(), added);
            if (there != null && !there.sha256().equals(added.sha256())) {
                throw new RuleViolation("courses.draft.changed-meanwhile");
            }
        }
        return new CourseManifest(manifest.metadata(), manifest.sections(), all);
    }

    /** Keeps a content, if it is not there already, and returns its SHA-256. */
    public String keep(SourceFile file) {
        try {
            if (blobs.contains(new BlobId(file.sha256()))) {
                return file.sha256();
            }
            try (InputStream content = file.open()) {
                return blobs.put(content).sha256();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A place for contents that nobody refers to yet. */
    StagedBlobs stage() {
        try {
            return blobs.stage();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same, read from the store only when it is asked for. */
    SourceFile kept(CourseFile file) {
        BlobId id = new BlobId(file.sha256());
        return SourceFile.kept(
                file.path(), file.size(), file.sha256(), () -> blobs.open(id).orElseThrow(() -> missing(file)));
    }

    /** The content with this hash; empty when it is not there. */
    public Optional<byte[]> content(String sha256) {
        try {
            return blobs.read(new BlobId(sha256));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes the content of a file to a stream, which stays open. */
    void copy(CourseFile file, OutputStream target) throws IOException {
        if (!blobs.copy(new BlobId(file.sha256()), target)) {
            throw missing(file);
        }
    }

    /**
     * The content of a file of a draft or version.
     *
     * @throws IllegalStateException when it is not there, which means that the blob store has lost it
     */
    SourceFile open(CourseFile file) {
        try {
            byte[] content = blobs.read(new BlobId(file.sha256())).orElseThrow(() -> missing(file));
            return SourceFile.of(file.path(), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static IllegalStateException missing(CourseFile file) {
        return new IllegalStateException(
                "The content of " + file.path() + " is not in the blob store: " + file.sha256());
    }
}

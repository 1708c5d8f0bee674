package org.collegium.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.collegium.content.BlobId;
import org.collegium.content.Blobs;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;

/** The quizzes in the blob store; those in use are kept in memory, since a file never changes. */
@Component
public class Quizzes {

    private static final int MOST = 500;

    private final Blobs blobs;
    private final Cache<BlobId, Quiz> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Quizzes(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * The quiz in a file.
     *
     * @throws IllegalStateException when there is none, which means that the blob store has lost it
     */
    public Quiz open(BlobId file) {
        return known.get(file, this::read);
    }

    /** The quiz in a file; empty when the blob store has no such file. For pages that can do without it. */
    public Optional<Quiz> find(BlobId file) {
        return known.getIfPresent(file) != null || blobs.contains(file) ? Optional.of(open(file)) : Optional.empty();
    }

    private Quiz read(BlobId file) {
        try {
            byte[] content = blobs.read(file)
                    .orElseThrow(() -> new IllegalStateException("The quiz " + file + " is not in the blob store"));
            return QuizReader.read(SourceFile.of(file + ".yaml", content), fault -> {})
                    .orElseThrow(() -> new IllegalStateException("The file " + file + " is no quiz"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

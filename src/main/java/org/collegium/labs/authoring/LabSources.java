package org.collegium.labs.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.collegium.content.BlobId;
import org.collegium.content.Blobs;
import org.collegium.labs.GradingPlan;
import org.collegium.labs.Lab;
import org.collegium.labs.LabReader;
import org.collegium.labs.answers.AnswerPlan;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;

/** Reads labs from the blob store. */
@Component
class LabSources {

    private final Blobs blobs;

    LabSources(Blobs blobs) {
        this.blobs = blobs;
    }

    /** The lab; empty when the blob store has lost a part of it. */
    Optional<Lab> read(LabSource source) {
        return file(source, source.own()).flatMap(own -> LabReader.read(own, path -> file(source, path), fault -> {}));
    }

    /** How it is graded; empty when the blob store has lost a part of it. */
    Optional<GradingPlan> plan(LabSource source) {
        return source.question().isEmpty()
                ? read(source).map(Lab::plan)
                : file(source, source.own())
                        .flatMap(quiz -> CodeChecks.question(quiz, source.question()))
                        .map(AnswerPlan::of);
    }

    private Optional<SourceFile> file(LabSource source, String path) {
        String sha256 = source.files().get(path);
        if (sha256 == null) {
            return Optional.empty();
        }
        try {
            return blobs.read(new BlobId(sha256)).map(content -> SourceFile.of(path, content));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package org.collegium.assessment.exchange;

import java.util.Optional;
import org.collegium.source.SourceFile;

/** The files that a quiz points at, by the path that it has for each; they go along where a question is about a picture. */
@FunctionalInterface
public interface DraftPictures {

    DraftPictures NONE = path -> Optional.empty();

    Optional<SourceFile> find(String path);
}

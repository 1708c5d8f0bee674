package org.collegium.assessment.files;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.FileLimits;
import org.collegium.assessment.files.FileRows.Row;
import org.collegium.assessment.files.Upload.Refusal;
import org.collegium.content.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * What a question and an attempt still have room for. Files on their way take none up: they may never come, and are looked at once more
 * when they do.
 *
 * @param all files of the attempt
 * @param replaced the file whose place is taken, if any
 * @param most bytes of the attempt together
 */
record Room(
        List<Row> all,
        String question,
        FileLimits limits,
        @Nullable UUID replaced,
        long most) {

    /** Why a file of so many bytes is not begun; empty when it is. */
    Optional<Refusal> begins(long size) {
        if (size < 1) {
            return Optional.of(Refusal.EMPTY);
        }
        return size > limits.bytes() ? Optional.of(Refusal.LARGE) : full(size);
    }

    /** Why a file that is there whole does not count; empty when it does. */
    Optional<Refusal> ends(Row row, FoundKind found, BlobId content) {
        if (!row.told().isEmpty() && !row.told().equals(content.sha256())) {
            return Optional.of(Refusal.HASH);
        }
        return limits.take(found.kind()) ? full(row.size()) : Optional.of(Refusal.KIND);
    }

    private Optional<Refusal> full(long size) {
        long others = all.stream()
                .filter(row -> row.whole()
                        && row.question().equals(question)
                        && !row.id().equals(replaced))
                .count();
        if (others >= limits.most()) {
            return Optional.of(Refusal.MANY);
        }
        long taken = all.stream().filter(Row::whole).mapToLong(Row::size).sum();
        return taken + size > most ? Optional.of(Refusal.QUOTA) : Optional.empty();
    }
}

package org.collegium.assessment.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.collegium.activity.journal.WorkHolders;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.FileLimits;
import org.collegium.assessment.OpenAttempts;
import org.collegium.assessment.files.FileRows.Row;
import org.collegium.assessment.files.Upload.Refusal;
import org.collegium.content.BlobId;
import org.collegium.content.PersonalFiles;
import org.collegium.identity.AccountId;
import org.collegium.identity.SystemActor;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes files of answers in pieces, by the ticket of the attempt alone, so that any node goes on where another one ended. The attempt is
 * held while a request is worked on, so what is acknowledged as whole is there when the attempt ends.
 */
@Service
class TakingFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TakingFiles.class);
    private static final String KIND = "quiz";

    private final WorkHolders holders;
    private final OpenAttempts attempts;
    private final FileRows rows;
    private final PersonalFiles files;
    private final AnswerFileSettings settings;
    private final SystemActor system;
    private final RetriedTransactions transactions;
    private final Clock clock;

    TakingFiles(
            WorkHolders holders,
            OpenAttempts attempts,
            FileRows rows,
            PersonalFiles files,
            AnswerFileSettings settings,
            SystemActor system,
            RetriedTransactions transactions,
            Clock clock) {
        this.holders = holders;
        this.attempts = attempts;
        this.rows = rows;
        this.files = files;
        this.settings = settings;
        this.system = system;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A file that somebody wants to hand in.
     *
     * @param size in bytes
     * @param sha256 of all of it, empty where the browser cannot say it
     * @param replaces the file whose place it takes, if any
     */
    record Wanted(
            String question,
            String name,
            long size,
            String sha256,
            @Nullable UUID replaces) {}

    /** The attempt of a ticket; empty when the ticket is not good. One query. */
    @PreAuthorize("permitAll()")
    public Optional<AttemptId> attempt(String ticket) {
        return holders.of(ticket).filter(held -> held.kind().equals(KIND)).map(held -> new AttemptId(held.subject()));
    }

    /**
     * Begins a file, or goes on with the same one that has not come whole; about eight queries.
     *
     * @return how much of it is there
     */
    @PreAuthorize("permitAll()")
    public Upload begin(String ticket, Wanted wanted) {
        return taking(ticket, (attempt, asked) -> {
            FileLimits limits = asked.get(wanted.question());
            if (limits == null) {
                return new Upload.Refused(Refusal.UNKNOWN);
            }
            List<Row> all = rows.of(attempt);
            Optional<Row> same = all.stream()
                    .filter(row -> !row.whole() && same(row, wanted))
                    .findFirst();
            if (same.isPresent()) {
                return new Upload.Going(same.get().id(), same.get().received());
            }
            return room(all, wanted.question(), limits, wanted.replaces())
                    .begins(wanted.size())
                    .<Upload>map(Upload.Refused::new)
                    .orElseGet(() -> add(attempt, all, wanted));
        });
    }

    private static boolean same(Row row, Wanted wanted) {
        return !wanted.sha256().isEmpty()
                && row.question().equals(wanted.question())
                && row.told().equals(wanted.sha256())
                && row.size() == wanted.size()
                && row.name().equals(FileNames.harmless(wanted.name()));
    }

    private Room room(List<Row> all, String question, FileLimits limits, @Nullable UUID replaced) {
        return new Room(all, question, limits, replaced, settings.attemptBytes());
    }

    /** Of what is on its way no more is kept than an attempt may have at once; the oldest gives way. */
    private Upload add(AttemptId attempt, List<Row> all, Wanted wanted) {
        List<Row> unfinished = all.stream().filter(row -> !row.whole()).toList();
        if (unfinished.size() >= FileLimits.MOST) {
            rows.remove(unfinished.getFirst().id());
        }
        Row row = new Row(
                Uuids.next(),
                attempt,
                wanted.question(),
                FileNames.harmless(wanted.name()),
                wanted.size(),
                0,
                wanted.sha256(),
                wanted.replaces(),
                null,
                null,
                null);
        rows.begin(row, now());
        return new Upload.Going(row.id(), 0);
    }

    /**
     * Adds a piece to a file. With the last one the file is looked at: it is whole when its hash and its kind are right, and else gone.
     *
     * @param at the bytes that are before it
     */
    @PreAuthorize("permitAll()")
    public Upload add(String ticket, UUID id, long at, byte[] piece) {
        Upload result = taking(
                ticket,
                (attempt, asked) -> rows.held(attempt, id)
                        .map(row -> add(row, asked, at, piece))
                        .orElseGet(() -> new Upload.Refused(Refusal.UNKNOWN)));
        if (result instanceof Upload.Stored
                || (result instanceof Upload.Refused refused && refused.why().forGood())) {
            discard(id);
        }
        return result;
    }

    private Upload add(Row row, Map<String, FileLimits> asked, long at, byte[] piece) {
        FileLimits limits = asked.get(row.question());
        if (limits == null) {
            return new Upload.Refused(Refusal.UNKNOWN);
        }
        if (row.whole()) {
            return row.stored();
        }
        if (at != row.received()) {
            return new Upload.Elsewhere(row.id(), row.received());
        }
        long received = at + piece.length;
        if (received > row.size()) {
            return new Upload.Refused(Refusal.UNREADABLE);
        }
        try {
            files.write(row.id(), at, piece);
            rows.received(row.id(), received);
            return received < row.size() ? new Upload.Going(row.id(), received) : finish(row, limits);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private Upload finish(Row row, FileLimits limits) throws IOException {
        List<Row> all = rows.of(row.attempt());
        Draft draft = new Draft(files, row.id(), row.size());
        FoundKind found = draft.kind();
        BlobId content = draft.hash();
        Optional<Refusal> why =
                room(all, row.question(), limits, row.replaces()).ends(row, found, content);
        if (why.isPresent()) {
            rows.remove(row.id());
            return new Upload.Refused(why.get());
        }
        Instant now = now();
        rows.keep(content, row.size(), now);
        draft.keep();
        rows.stored(row.id(), content, found, now);
        all.stream()
                .filter(other ->
                        other.id().equals(row.replaces()) && other.question().equals(row.question()))
                .forEach(other -> rows.remove(other.id()));
        return new Upload.Stored(
                row.id(),
                row.question(),
                row.name(),
                row.size(),
                found.kind(),
                found.mediaType(),
                content.sha256(),
                now);
    }

    /** Takes a file out of the answer, whole or on its way; about five queries. */
    @PreAuthorize("permitAll()")
    public Upload remove(String ticket, UUID id) {
        Upload result = taking(
                ticket,
                (attempt, asked) -> rows.held(attempt, id)
                        .<Upload>map(row -> {
                            rows.remove(row.id());
                            return new Upload.Removed();
                        })
                        .orElseGet(() -> new Upload.Refused(Refusal.UNKNOWN)));
        if (result instanceof Upload.Removed) {
            discard(id);
        }
        return result;
    }

    /** The files that are there whole, also those of other devices, the oldest first; empty when the ticket is not good. Two queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<List<Upload.Stored>> list(String ticket) {
        return attempt(ticket)
                .map(attempt -> rows.of(attempt).stream()
                        .filter(Row::whole)
                        .map(Row::stored)
                        .toList());
    }

    private Upload taking(String ticket, BiFunction<AttemptId, Map<String, FileLimits>, Upload> work) {
        Optional<WorkHolders.Held> held =
                holders.of(ticket).filter(each -> each.kind().equals(KIND));
        if (held.isEmpty()) {
            return new Upload.Refused(Refusal.TICKET);
        }
        AttemptId attempt = new AttemptId(held.get().subject());
        return system.call(Set.of(), () -> {
            Optional<Upload> result = taking(attempt, held.get().owner(), work);
            if (result.isEmpty()) {
                attempts.beat();
                result = taking(attempt, held.get().owner(), work);
            }
            return result.orElseGet(() -> new Upload.Refused(Refusal.ENDED));
        });
    }

    private Optional<Upload> taking(
            AttemptId attempt, AccountId owner, BiFunction<AttemptId, Map<String, FileLimits>, Upload> work) {
        return transactions.run(() -> attempts.held(attempt, owner).map(asked -> work.apply(attempt, asked)));
    }

    /** What cannot be removed now, a sweep removes. */
    private void discard(UUID draft) {
        try {
            files.discard(draft);
        } catch (IOException disk) {
            LOG.warn("The draft {} could not be removed", draft, disk);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

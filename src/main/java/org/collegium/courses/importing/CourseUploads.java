package org.collegium.courses.importing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.collegium.content.IncomingFiles;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.EditedThings;
import org.collegium.courses.importing.UploadRows.Upload;
import org.collegium.courses.importing.UploadStep.Refusal;
import org.collegium.courses.importing.UploadTickets.Holder;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountPermissions;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Uuids;
import org.collegium.source.SourceLimits;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes courses in pieces, by a ticket alone, so that any node goes on where another one ended. Whether its owner may still import is asked
 * when a file begins and when it is whole.
 */
@Service
public class CourseUploads {

    private final UploadTickets tickets;
    private final UploadRows rows;
    private final UploadFiles files;
    private final ImportTask task;
    private final UploadSettings settings;
    private final Access access;
    private final AccountPermissions permissions;
    private final RetriedTransactions transactions;
    private final Clock clock;

    CourseUploads(
            UploadTickets tickets,
            UploadRows rows,
            UploadFiles files,
            ImportTask task,
            UploadSettings settings,
            Access access,
            AccountPermissions permissions,
            RetriedTransactions transactions,
            Clock clock) {
        this.tickets = tickets;
        this.rows = rows;
        this.files = files;
        this.task = task;
        this.settings = settings;
        this.access = access;
        this.permissions = permissions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A file that somebody wants to send.
     *
     * @param size in bytes
     * @param changedAt when it was last changed, in milliseconds, as the browser says it
     * @param head SHA-256 of its first 64 kB
     */
    record Wanted(String name, long size, long changedAt, String head) {}

    /** A file that did not come whole. */
    public record Unfinished(UUID id, String name, long size, long received) {}

    /** A ticket with which the current person sends files for a partner. */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())")
    public UploadTicket ticket(PartnerId partner) {
        AccountId person = access.account().orElseThrow();
        return tickets.issue(person, partner, clock.instant());
    }

    /** What the current person sent for a partner in part, the latest first, at most 20; one query. */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())")
    @Transactional(readOnly = true)
    public List<Unfinished> unfinished(PartnerId partner) {
        return access.account().stream()
                .flatMap(person -> rows.unfinished(person, partner).stream())
                .map(upload -> new Unfinished(upload.id(), upload.name(), upload.size(), upload.received()))
                .toList();
    }

    /** Who sends by a ticket; empty when it is not good. */
    @PreAuthorize("permitAll()")
    public Optional<AccountId> person(String ticket) {
        return tickets.read(ticket, clock.instant()).map(Holder::person);
    }

    /** Begins a file, or goes on with the same one; about six queries. */
    @PreAuthorize("permitAll()")
    public UploadStep begin(String ticket, Wanted wanted) {
        return by(ticket, true, holder -> transactions.run(() -> begin(holder, wanted)));
    }

    private UploadStep begin(Holder holder, Wanted wanted) {
        String name = IncomingFiles.harmless(wanted.name());
        List<Upload> unfinished = rows.unfinished(holder.person(), holder.partner());
        Optional<Upload> same = unfinished.stream()
                .filter(upload -> upload.name().equals(name)
                        && upload.size() == wanted.size()
                        && upload.changedAt() == wanted.changedAt()
                        && upload.head().equals(wanted.head()))
                .findFirst();
        if (same.isPresent()) {
            return new UploadStep.Going(same.get().id(), same.get().received());
        }
        if (wanted.size() <= 0) {
            return refused(Refusal.EMPTY);
        }
        if (wanted.size() > SourceLimits.standard().totalBytes()) {
            return refused(Refusal.LARGE);
        }
        if (unfinished.size() >= UploadRows.MOST_UNFINISHED
                || rows.ofPerson(holder.person()) + wanted.size()
                        > settings.account().toBytes()) {
            return refused(Refusal.OWN);
        }
        if (rows.ofPartner(holder.partner()) + wanted.size()
                > settings.partner().toBytes()) {
            return refused(Refusal.PARTNER);
        }
        if (!files.roomFor(wanted.size())) {
            return refused(Refusal.DISK);
        }
        UUID id = Uuids.next();
        rows.begin(
                new Upload(
                        id,
                        holder.partner(),
                        holder.person(),
                        name,
                        wanted.size(),
                        wanted.changedAt(),
                        wanted.head(),
                        0,
                        null),
                clock.instant());
        return new UploadStep.Going(id, 0);
    }

    /**
     * Adds a piece to a file; two queries.
     *
     * @param at the bytes that are before it
     * @param sha256 of the piece
     */
    @PreAuthorize("permitAll()")
    public UploadStep add(String ticket, UUID id, long at, byte[] piece, String sha256) {
        return by(ticket, false, holder -> {
            if (!UploadFiles.hash(piece).equals(sha256)) {
                return refused(Refusal.DAMAGED);
            }
            return transactions.run(() -> rows.held(id, holder.person(), holder.partner())
                    .map(upload -> add(upload, at, piece))
                    .orElseGet(() -> refused(Refusal.UNKNOWN)));
        });
    }

    private UploadStep add(Upload upload, long at, byte[] piece) {
        if (upload.job() != null) {
            return new UploadStep.Whole(upload.job());
        }
        if (at != upload.received()) {
            return new UploadStep.Elsewhere(upload.id(), upload.received());
        }
        long received = at + piece.length;
        if (received > upload.size()) {
            return refused(Refusal.UNREADABLE);
        }
        if (!files.roomFor(piece.length) || !files.write(upload, at, piece)) {
            return refused(Refusal.DISK);
        }
        rows.received(upload.id(), received, clock.instant());
        return new UploadStep.Going(upload.id(), received);
    }

    /**
     * Has a file imported that is there to its last byte, once. What is not the file that was meant is gone.
     *
     * @param sha256 of all of it
     */
    @PreAuthorize("permitAll()")
    public UploadStep whole(String ticket, UUID id, String sha256) {
        return by(ticket, true, holder -> {
            Optional<Upload> before = held(holder, id);
            if (before.isEmpty()) {
                return refused(Refusal.UNKNOWN);
            }
            Upload upload = before.get();
            if (upload.job() != null) {
                return new UploadStep.Whole(upload.job());
            }
            if (upload.received() < upload.size()) {
                return new UploadStep.Elsewhere(id, upload.received());
            }
            if (!files.hash(upload).equals(Optional.of(sha256))) {
                discard(id);
                return refused(Refusal.CHANGED);
            }
            return transactions.run(() -> rows.held(id, holder.person(), holder.partner())
                    .map(now -> new UploadStep.Whole(now.job() == null ? begin(now) : now.job()))
                    .<UploadStep>map(Function.identity())
                    .orElseGet(() -> refused(Refusal.UNKNOWN)));
        });
    }

    private Optional<Upload> held(Holder holder, UUID id) {
        return transactions.run(() -> rows.held(id, holder.person(), holder.partner()));
    }

    private UUID begin(Upload upload) {
        UUID job = task.begin(upload.partner(), upload.by(), UploadSource.WAY, upload.name(), "", EditedThings.KEEP);
        rows.whole(upload.id(), job);
        return job;
    }

    /** Forgets a file that is on its way; one that is imported goes when its import ends. */
    @PreAuthorize("permitAll()")
    public UploadStep remove(String ticket, UUID id) {
        return by(
                ticket,
                false,
                holder -> held(holder, id)
                        .filter(upload -> upload.job() == null)
                        .<UploadStep>map(upload -> {
                            discard(id);
                            return new UploadStep.Removed();
                        })
                        .orElseGet(() -> refused(Refusal.UNKNOWN)));
    }

    private void discard(UUID id) {
        rows.remove(id);
        files.discard(id);
    }

    private UploadStep by(String ticket, boolean asked, Function<Holder, UploadStep> work) {
        Optional<Holder> holder = tickets.read(ticket, clock.instant());
        if (holder.isEmpty()) {
            return refused(Refusal.TICKET);
        }
        return asked
                        && !permissions.mayFor(
                                holder.get().person(),
                                CoursesPermissions.EDIT,
                                holder.get().partner().value())
                ? refused(Refusal.FORBIDDEN)
                : work.apply(holder.get());
    }

    private static UploadStep refused(Refusal why) {
        return new UploadStep.Refused(why);
    }
}

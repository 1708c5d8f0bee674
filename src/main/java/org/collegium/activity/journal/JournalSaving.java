package org.collegium.activity.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.collegium.activity.journal.SaveOutcome.Conflict;
import org.collegium.activity.journal.SaveOutcome.Full;
import org.collegium.activity.journal.SaveOutcome.Kept;
import org.collegium.activity.journal.SaveOutcome.OutOfTurn;
import org.collegium.activity.journal.SaveOutcome.Superseded;
import org.collegium.activity.journal.SavesRefused.Refused;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what browsers send. The ticket is the authority: it names one work and was given to its owner. All saves of one
 * call are kept together; what is returned as kept is in the database.
 */
@Service
class JournalSaving {

    /** The most characters of one work, over all its entries. */
    static final long LARGEST = 64_000_000;

    private final WorkRows works;
    private final EntryRows entries;
    private final Tickets tickets;
    private final RetriedTransactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JournalSaving(
            WorkRows works,
            EntryRows entries,
            Tickets tickets,
            RetriedTransactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.works = works;
        this.entries = entries;
        this.tickets = tickets;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps saves in their order.
     *
     * @return an outcome for each, in the same order; empty when the ticket is not good
     * @throws WorkClosed when the work has ended
     */
    @PreAuthorize("permitAll()")
    public Optional<List<SaveOutcome>> save(String ticket, List<WorkSave> saves) {
        return tickets.read(ticket, clock.instant()).flatMap(id -> {
            try {
                return keep(id, saves);
            } catch (WorkClosed ended) {
                works.of(id).ifPresent(work -> events.publishEvent(new WorkEndPassed(work.kind(), work.subject())));
                return keptOrTold(id, saves);
            }
        });
    }

    private Optional<List<SaveOutcome>> keptOrTold(WorkId id, List<WorkSave> saves) {
        try {
            return keep(id, saves);
        } catch (WorkClosed ended) {
            works.of(id).ifPresent(work -> tellRefused(work, saves));
            throw ended;
        }
    }

    private void tellRefused(WorkRows.Work work, List<WorkSave> saves) {
        Map<String, String> counting =
                entries.latest(work.id()).stream().collect(Collectors.toMap(WorkEntry::field, WorkEntry::sha256));
        List<Refused> refused = saves.stream()
                .filter(save -> entries.ofKey(work.id(), save.key()).isEmpty())
                .map(save -> new Refused(save.field(), sha256(save.content())))
                .filter(save -> !save.sha256().equals(counting.get(save.field())))
                .toList();
        if (!refused.isEmpty()) {
            events.publishEvent(new SavesRefused(work.owner(), work.kind(), work.subject(), refused, clock.instant()));
        }
    }

    private Optional<List<SaveOutcome>> keep(WorkId id, List<WorkSave> saves) {
        return transactions.run(() -> works.held(id).map(work -> keep(work, saves)));
    }

    /** What time it is here, when the work ends and what was kept of it last; empty when the ticket is not good. One query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<WorkTime> time(String ticket) {
        Instant now = clock.instant();
        return tickets.read(ticket, now)
                .flatMap(works::of)
                .map(work -> new WorkTime(now, work.endsAt(), work.closedAt() != null, work.revision()));
    }

    /** The latest entry of each field; empty when the ticket is not good. Ended work can be read. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<List<WorkEntry>> latest(String ticket) {
        return tickets.read(ticket, clock.instant())
                .flatMap(works::of)
                .map(WorkRows.Work::id)
                .map(entries::latest);
    }

    /** What the work was earlier, the latest first; empty when the ticket is not good. Two queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<List<WorkVersion>> versions(String ticket, PageRequest page) {
        return tickets.read(ticket, clock.instant())
                .flatMap(works::of)
                .map(WorkRows.Work::id)
                .map(work -> entries.versions(work, page));
    }

    /**
     * The latest entry of each field at the end of the minute in which an entry was saved; no entries when there is none of this
     * revision, empty when the ticket is not good. Three queries.
     */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<List<WorkEntry>> version(String ticket, long revision) {
        return tickets.read(ticket, clock.instant())
                .flatMap(works::of)
                .map(WorkRows.Work::id)
                .map(work -> entries.ofRevision(work, revision)
                        .map(entry -> entries.before(
                                work,
                                entry.savedAt().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES)))
                        .orElse(List.of()));
    }

    private List<SaveOutcome> keep(WorkRows.Work work, List<WorkSave> saves) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (work.closed(now)) {
            return closed(work, saves);
        }
        Page page = new Page(work, now);
        List<SaveOutcome> outcomes = saves.stream().map(page::keep).toList();
        works.grown(work.id(), page.revision, page.size, page.step);
        return outcomes;
    }

    /** What was kept before the end is acknowledged once more, for a browser that missed the first time. */
    private List<SaveOutcome> closed(WorkRows.Work work, List<WorkSave> saves) {
        return saves.stream()
                .<SaveOutcome>map(save -> entries.ofKey(work.id(), save.key())
                        .map(JournalSaving::kept)
                        .orElseThrow(WorkClosed::new))
                .toList();
    }

    private static Kept kept(WorkEntry entry) {
        return new Kept(entry.key(), entry.revision(), entry.savedAt(), entry.sha256());
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One work while its row is held. */
    private final class Page {

        private final WorkRows.Work work;
        private final Instant now;
        private long revision;
        private long size;
        private int step;

        Page(WorkRows.Work work, Instant now) {
            this.work = work;
            this.now = now;
            this.revision = work.revision();
            this.size = work.size();
            this.step = work.step();
        }

        SaveOutcome keep(WorkSave save) {
            Optional<WorkEntry> same = entries.ofKey(work.id(), save.key());
            if (same.isPresent()) {
                return kept(same.get());
            }
            WorkEntry latest = entries.latest(work.id(), save.field()).orElse(null);
            WorkSteps steps = work.steps();
            if (steps != null && steps.outOfTurn(save.field(), step)) {
                return new OutOfTurn(save.key(), step, latest);
            }
            OptionalInt to = steps == null ? OptionalInt.empty() : steps.place(save);
            if (to.isPresent()) {
                return goOn(save, latest, to.getAsInt());
            }
            return latest == null ? add(save) : keep(save, latest);
        }

        /** There is no way back, so that whoever was there before is not asked which of two devices counts. */
        private SaveOutcome goOn(WorkSave save, @Nullable WorkEntry before, int to) {
            SaveOutcome outcome = before != null && to <= step
                    ? new Superseded(save.key(), before.revision(), before.savedAt())
                    : add(save);
            if (outcome instanceof Kept) {
                step = Math.max(step, to);
            }
            return outcome;
        }

        private SaveOutcome keep(WorkSave save, WorkEntry before) {
            boolean sameDevice = before.device().equals(save.device());
            // What was changed with the earlier one in view is later, however the device counts: its clock may have
            // been set back.
            boolean unseen = before.revision() > save.base();
            if (sameDevice && unseen && before.sequence() >= save.sequence()) {
                return new Superseded(save.key(), before.revision(), before.savedAt());
            }
            if (!sameDevice && unseen) {
                return new Conflict(save.key(), before);
            }
            SaveOutcome outcome = add(save);
            if (outcome instanceof Kept && sameDevice && replaces(before)) {
                entries.drop(work.id(), before.revision());
                size -= before.content().length();
            }
            return outcome;
        }

        private boolean replaces(WorkEntry before) {
            return work.history() == WorkHistory.BY_MINUTE
                    && before.savedAt().truncatedTo(ChronoUnit.MINUTES).equals(now.truncatedTo(ChronoUnit.MINUTES));
        }

        private SaveOutcome add(WorkSave save) {
            if (size + save.content().length() > LARGEST) {
                return new Full(save.key());
            }
            revision++;
            size += save.content().length();
            WorkEntry entry = new WorkEntry(
                    revision,
                    save.field(),
                    save.key(),
                    save.device(),
                    save.sequence(),
                    save.content(),
                    sha256(save.content()),
                    now);
            entries.add(work.id(), entry);
            return kept(entry);
        }
    }
}

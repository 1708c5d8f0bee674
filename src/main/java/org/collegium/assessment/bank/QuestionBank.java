package org.collegium.assessment.bank;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.activity.FileReference;
import org.collegium.activity.FileReference.Use;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions that a partner keeps for its quizzes. A save never overwrites: it makes a version, and names the one it was made on, so
 * that nobody's work is lost. Whoever may see the partner's drafts sees its bank, whoever may edit them may change it.
 */
@Service
public class QuestionBank {

    private static final String VIEW = "@access.mayFor('" + CoursesPermissions.VIEW_DRAFT + "', #partner.value())";
    private static final String EDIT = "@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())";
    private static final int MOST_TAGS = 200;

    private final ItemRows rows;
    private final ItemReader reader;
    private final BankFileRows files;
    private final RetriedTransactions transactions;
    private final Access access;
    private final Clock clock;

    QuestionBank(
            ItemRows rows,
            ItemReader reader,
            BankFileRows files,
            RetriedTransactions transactions,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.reader = reader;
        this.files = files;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** A page of the items of a partner; one query. */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public List<ItemListed> list(PartnerId partner, ItemFilter filter, PageRequest page) {
        return rows.list(partner, filter, page);
    }

    /** How many {@link #list} has; one query. */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public int count(PartnerId partner, ItemFilter filter) {
        return rows.count(partner, filter);
    }

    /** The tags of the items of a partner, at most 200, those of most items first; one query. */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public List<String> tags(PartnerId partner) {
        return rows.tags(partner, MOST_TAGS);
    }

    /** The keys of the courses that items of a partner were made for; one query. */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public List<String> courses(PartnerId partner) {
        return rows.courses(partner, MOST_TAGS);
    }

    /** An item with its current version, empty when there is none with this key; two queries. */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public Optional<BankItem> find(PartnerId partner, String key) {
        return rows.find(partner, key)
                .flatMap(row -> rows.version(row.id(), row.number()).map(current -> seen(row, current)));
    }

    /** The versions of an item, the newest first; two queries. */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public List<ItemVersion> versions(PartnerId partner, String key, PageRequest page) {
        return rows.find(partner, key).map(row -> rows.versions(row.id(), page)).orElse(List.of());
    }

    /** One version of an item, empty when there is none with this number; two queries. */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public Optional<ItemVersion> version(PartnerId partner, String key, int number) {
        return rows.find(partner, key).flatMap(row -> rows.version(row.id(), number));
    }

    /** What a new question of a kind begins with; no item of the partner has its key. One query. */
    @PreAuthorize(EDIT)
    @Transactional(readOnly = true)
    public String begun(PartnerId partner, String kind) {
        String text = ItemTemplates.of(kind);
        String key = ItemFacts.of(text).key();
        return QuestionText.withKey(text, QuizText.freeKey(key, new HashSet<>(rows.keysLike(partner, key))));
    }

    /**
     * Reads a question without saving it; one query where it points at files. Pictures that the bank does not have are told.
     *
     * @param key that it must have; null when it may have any
     */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public ReadItem read(PartnerId partner, String yaml, @Nullable String key) {
        ReadItem read = reader.read(yaml, key);
        Set<String> there = files.find(partner, CarriedFiles.paths(read)).stream()
                .map(BankFile::path)
                .collect(Collectors.toSet());
        FaultList missing = new FaultList();
        for (FileReference reference : read.references()) {
            boolean shown = reference.use() == Use.PICTURE || reference.use() == Use.DOWNLOAD;
            if (shown
                    && CarriedFiles.path(reference.target())
                            .filter(there::contains)
                            .isEmpty()) {
                missing.warning(reference.at(), "bank-file-missing", reference.target());
            }
        }
        return read.with(missing.faults());
    }

    /**
     * Saves a version, unless there is something that its author must decide or mend; then nothing is changed. At most eight queries.
     *
     * @throws RuleViolation when the item is unknown
     */
    @PreAuthorize(EDIT)
    public ItemSaved save(PartnerId partner, ItemDraft draft) {
        ReadItem read = reader.read(draft.yaml(), draft.key());
        if (!read.readable()) {
            return new ItemSaved.Faulty(read.faults());
        }
        try {
            return transactions.run(() -> kept(partner, draft, CarriedFiles.paths(read)));
        } catch (DuplicateKeyException taken) {
            return new ItemSaved.KeyTaken(ItemFacts.of(draft.yaml()).key());
        }
    }

    private ItemSaved kept(PartnerId partner, ItemDraft draft, List<String> shown) {
        ItemFacts facts = ItemFacts.of(draft.yaml());
        String key = draft.key();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (key == null) {
            UUID id = Uuids.next();
            rows.insert(id, partner, facts, draft.courseKey(), now);
            rows.add(id, version(1, draft, now));
            files.shown(partner, id, 1, shown);
            return new ItemSaved.Kept(facts.key(), 1);
        }
        ItemRows.Row row = held(partner, key);
        ItemVersion current = rows.version(row.id(), row.number()).orElseThrow();
        ItemVersion next = version(row.number() + 1, draft, now);
        if (current.sha256().equals(next.sha256())) {
            return new ItemSaved.Unchanged(key, row.number());
        }
        if (row.number() != draft.basedOn()) {
            return new ItemSaved.ChangedMeanwhile(current);
        }
        rows.add(row.id(), next);
        files.shown(partner, row.id(), next.number(), shown);
        rows.update(row.id(), facts, draft.courseKey(), next.number(), now);
        return new ItemSaved.Kept(key, next.number());
    }

    /**
     * Makes a version of what an earlier one says; at most ten queries.
     *
     * @param basedOn number of the version that is current for whoever restores
     * @throws RuleViolation when there is no such version
     */
    @PreAuthorize(EDIT)
    public ItemSaved restore(PartnerId partner, String key, int number, int basedOn, String note) {
        ItemRows.Row row = rows.find(partner, key).orElseThrow(() -> unknown(key));
        ItemVersion earlier = rows.version(row.id(), number)
                .orElseThrow(() -> new RuleViolation("assessment.bank.no-version", number));
        return save(partner, new ItemDraft(key, basedOn, earlier.content(), row.courseKey(), note));
    }

    /**
     * Offers an item no more; quizzes that have it keep it. Two queries.
     *
     * @throws RuleViolation when the item is unknown
     */
    @PreAuthorize(EDIT)
    @Transactional
    public void retire(PartnerId partner, String key) {
        Instant now = clock.instant();
        rows.retire(held(partner, key).id(), now, now);
    }

    /**
     * Offers a retired item again; two queries.
     *
     * @throws RuleViolation when the item is unknown
     */
    @PreAuthorize(EDIT)
    @Transactional
    public void bringBack(PartnerId partner, String key) {
        rows.retire(held(partner, key).id(), null, clock.instant());
    }

    private ItemVersion version(int number, ItemDraft draft, Instant now) {
        return new ItemVersion(
                number,
                draft.yaml(),
                SourceFile.of(ItemReader.FILE, draft.yaml().getBytes(StandardCharsets.UTF_8))
                        .sha256(),
                access.actor(),
                now,
                draft.note());
    }

    private ItemRows.Row held(PartnerId partner, String key) {
        return rows.held(partner, key).orElseThrow(() -> unknown(key));
    }

    private static BankItem seen(ItemRows.Row row, ItemVersion current) {
        return new BankItem(row.key(), row.kind(), row.title(), row.courseKey(), row.state(), current);
    }

    private static RuleViolation unknown(String key) {
        return new RuleViolation("assessment.bank.unknown", key);
    }
}

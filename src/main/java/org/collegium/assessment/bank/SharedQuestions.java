package org.collegium.assessment.bank;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.CoursesPermissions;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions that partners let each other copy. A copy is an item like any other of the bank it came into; it remembers from where
 * it came, and its text says so, so that this goes along into quizzes and out of the platform.
 */
@Service
public class SharedQuestions {

    /** Under which a question may be offered: licences that do not bind the courses into which it is put. */
    public static final List<String> LICENCES = List.of("CC-BY-4.0", "CC0-1.0");

    private static final String VIEW = "@access.mayFor('" + CoursesPermissions.VIEW_DRAFT + "', #partner.value())";
    private static final String EDIT = "@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())";
    private static final String AUTHORS = "@access.mayAnywhere('" + CoursesPermissions.EDIT + "')";

    private final SharedQuestionRows rows;
    private final ItemRows items;
    private final QuestionBank bank;
    private final CarriedFiles files;
    private final Partners partners;
    private final Clock clock;

    SharedQuestions(
            SharedQuestionRows rows,
            ItemRows items,
            QuestionBank bank,
            CarriedFiles files,
            Partners partners,
            Clock clock) {
        this.rows = rows;
        this.items = items;
        this.bank = bank;
        this.files = files;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * Lets others copy the items that are found, with what is right, as long as they are in use; two queries.
     *
     * @param licence one of {@link #LICENCES}
     * @return how many items these are
     * @throws RuleViolation when the licence is another one
     */
    @PreAuthorize(EDIT)
    @Transactional
    public int offer(PartnerId partner, ItemFilter filter, String licence) {
        if (!LICENCES.contains(licence)) {
            throw new RuleViolation("assessment.bank.shared.licence.unknown", licence, String.join(", ", LICENCES));
        }
        return rows.offer(partner, filter, licence, clock.instant());
    }

    /** Offers the items that are found no more; what was copied stays. Returns how many were offered; one query. */
    @PreAuthorize(EDIT)
    @Transactional
    public int withdraw(PartnerId partner, ItemFilter filter) {
        return rows.withdraw(partner, filter);
    }

    /** How many of these are offered; one query. */
    @PreAuthorize(EDIT)
    @Transactional(readOnly = true)
    public int countOffered(PartnerId partner, ItemFilter filter) {
        return rows.countOffered(partner, filter);
    }

    /** By their keys the licences under which items of a partner are offered; at most one query. */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public Map<String, String> licences(PartnerId partner, List<String> keys) {
        return rows.licences(partner, keys);
    }

    /** From where an item was copied, empty when it was not; one query. */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public Optional<ItemOrigin> origin(PartnerId partner, String key) {
        return rows.origin(partner, key);
    }

    /**
     * The questions that all partners offer, by what they say; one query.
     *
     * @param text part of the question or its key, or a tag; empty for all
     * @param kind as in the course format; empty for all
     */
    @PreAuthorize(AUTHORS)
    @Transactional(readOnly = true)
    public List<SharedQuestion> list(String text, String kind, PageRequest page) {
        return rows.list(text, kind, page);
    }

    /** How many {@link #list} has; one query. */
    @PreAuthorize(AUTHORS)
    @Transactional(readOnly = true)
    public int count(String text, String kind) {
        return rows.count(text, kind);
    }

    /**
     * Copies a question into the bank of a partner. A key that another item has gets a number behind it. The files that it shows
     * come along. About ten queries, and two for each file.
     *
     * @param partner into whose bank
     * @param version of the question that was looked at
     * @return the key of the copy
     * @throws RuleViolation when the question is not offered any more, says something else by now, or is there already
     */
    @PreAuthorize(EDIT)
    @Transactional
    public String copy(PartnerId partner, PartnerId from, String key, int version, String note) {
        SharedQuestion question =
                rows.find(from, key).orElseThrow(() -> new RuleViolation("assessment.bank.shared.gone"));
        if (question.version() != version) {
            throw new RuleViolation("assessment.bank.shared.changed");
        }
        if (from.equals(partner)) {
            throw new RuleViolation("assessment.bank.shared.there", key);
        }
        rows.copy(partner, question).ifPresent(there -> {
            throw new RuleViolation("assessment.bank.shared.there", there);
        });
        Instant now = clock.instant();
        String free = QuizText.freeKey(key, new HashSet<>(items.keysLike(partner, key)));
        String carried = files.copied(from, partner, question.yaml());
        String text = free.equals(key) ? carried : QuestionText.withKey(carried, free);
        String slug = partners.find(from)
                .map(Partner::data)
                .map(data -> data.slug().value())
                .orElse("");
        String said = QuestionText.withRemark(
                text, "From " + slug + ", question " + key + ", version " + version + ", " + question.licence());
        if (!(bank.save(partner, new ItemDraft(null, 0, said, null, note)) instanceof ItemSaved.Kept kept)) {
            throw new RuleViolation("assessment.bank.not-taken", key);
        }
        rows.copied(partner, kept.key(), question, now);
        return kept.key();
    }
}

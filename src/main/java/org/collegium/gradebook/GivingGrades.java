package org.collegium.gradebook;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.OtherStaff;
import org.collegium.gradebook.GivenRows.Decision;
import org.collegium.gradebook.GradeChange.Kind;
import org.collegium.gradebook.rules.Entry;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.learning.RunScores;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What instructors decide for single learners: a score in the place of what was earned, excusing, more time. Scores of activities stay
 * as they are. Who decides says when what they see was decided, so that of two at once the later one is told. Nobody decides for
 * themselves where somebody else of the partner may.
 */
@Service
public class GivingGrades {

    private static final String MAY = "@runAccess.may('" + GradebookPermissions.GRADE + "', #run)";
    private static final int LONGEST_REASON = 500;
    private static final int MOST_CHANGES = 200;

    private final ReadingBooks books;
    private final GivenRows rows;
    private final RunPeople people;
    private final RunScores scores;
    private final SectionDue sections;
    private final OtherStaff others;
    private final RetriedTransactions transactions;
    private final Access access;
    private final Clock clock;

    GivingGrades(
            ReadingBooks books,
            GivenRows rows,
            RunPeople people,
            RunScores scores,
            SectionDue sections,
            OtherStaff others,
            RetriedTransactions transactions,
            Access access,
            Clock clock) {
        this.books = books;
        this.rows = rows;
        this.people = people;
        this.scores = scores;
        this.sections = sections;
        this.others = others;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** What is decided for a learner and an entry, empty where nothing is; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<Given> given(CourseRunId run, AccountId learner, String entryKey) {
        return Optional.ofNullable(
                rows.of(run, List.of(learner)).getOrDefault(learner, Map.of()).get(entryKey));
    }

    /**
     * Gives a score in the place of what was earned; what was excused counts again.
     *
     * @param points 0 to those of the entry, to 100 where it has none
     * @param reason that the learner reads, 1 to 500 characters; may be empty for an entry by hand
     * @param seen when what is replaced was decided; null for nothing
     * @throws RuleViolation of the rules that are broken, or when somebody else decided in between, or it is one's own grade and somebody else may give it
     */
    @PreAuthorize(MAY)
    public void give(
            CourseRunId run, AccountId learner, String entryKey, double points, String reason, @Nullable Instant seen) {
        Entry entry = entry(run, entryKey);
        double most = most(entry);
        new Rules()
                .that(points >= 0 && points <= most, "gradebook.give.points.range", points, most)
                .in(() -> checkReason(reason, entry.byHand()))
                .hold();
        decide(
                run,
                learner,
                entryKey,
                Kind.GIVEN,
                seen,
                before ->
                        new Given(points / most, false, reason.strip(), before.due(), before.dueReason(), before.at()));
    }

    /** The points that are the whole of an entry. */
    static double most(Entry entry) {
        return entry.points() == 0 ? Entry.USUAL_POINTS : entry.points();
    }

    /** Takes an entry out of a learner's total; parameters and errors as of {@link #give}. */
    @PreAuthorize(MAY)
    public void excuse(CourseRunId run, AccountId learner, String entryKey, String reason, @Nullable Instant seen) {
        Entry unused = entry(run, entryKey);
        checkReason(reason, false);
        decide(
                run,
                learner,
                entryKey,
                Kind.EXCUSED,
                seen,
                before -> new Given(null, true, reason.strip(), before.due(), before.dueReason(), before.at()));
    }

    /** What was earned stands again, and is not excused; an extension stays. Errors as of {@link #give}. */
    @PreAuthorize(MAY)
    public void takeBack(CourseRunId run, AccountId learner, String entryKey, @Nullable Instant seen) {
        decide(
                run,
                learner,
                entryKey,
                Kind.TAKEN_BACK,
                seen,
                before -> new Given(null, false, "", before.due(), before.dueReason(), before.at()));
    }

    /**
     * Gives a learner more time for an entry that has a due date.
     *
     * @param due later than that of everybody
     * @param reason that the learner reads, 1 to 500 characters
     * @param seen as of {@link #give}
     * @throws RuleViolation as of {@link #give}
     */
    @PreAuthorize(MAY)
    public void extend(
            CourseRunId run,
            AccountId learner,
            String entryKey,
            @Nullable Instant due,
            String reason,
            @Nullable Instant seen) {
        Instant everybodys = due(run, learner, entry(run, entryKey));
        new Rules()
                .that(due != null, "gradebook.extend.due.missing")
                .that(everybodys != null, "gradebook.extend.due.none")
                .that(due == null || everybodys == null || due.isAfter(everybodys), "gradebook.extend.due.earlier")
                .in(() -> checkReason(reason, false))
                .hold();
        decide(
                run,
                learner,
                entryKey,
                Kind.EXTENDED,
                seen,
                before ->
                        new Given(before.score(), before.excused(), before.reason(), due, reason.strip(), before.at()));
    }

    /** As everybody has it, or by the dates of the section; null where neither says one. */
    private @Nullable Instant due(CourseRunId run, AccountId learner, Entry entry) {
        return entry.due() == null
                ? sections.of(books.of(run).run(), List.of(learner))
                        .getOrDefault(learner, Map.of())
                        .get(entry.key())
                : entry.due();
    }

    /** The due date of everybody holds again. Errors as of {@link #give}. */
    @PreAuthorize(MAY)
    public void endExtension(CourseRunId run, AccountId learner, String entryKey, @Nullable Instant seen) {
        decide(
                run,
                learner,
                entryKey,
                Kind.EXTENSION_ENDED,
                seen,
                before -> new Given(before.score(), before.excused(), before.reason(), null, "", before.at()));
    }

    /** What happened to a grade, the latest first, at most two hundred of each sort; two queries. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<GradeChange> history(CourseRunId run, AccountId learner, String entryKey) {
        List<GradeChange> all = new ArrayList<>(rows.changes(run, learner, entryKey, MOST_CHANGES));
        scores.history(learner, run, entryKey, new PageRequest(0, MOST_CHANGES))
                .forEach(scored -> all.add(new GradeChange(Kind.EARNED, scored.score(), null, "", "", scored.at())));
        all.sort(Comparator.comparing(GradeChange::at).reversed());
        return all;
    }

    private void decide(
            CourseRunId run,
            AccountId learner,
            String entryKey,
            Kind kind,
            @Nullable Instant seen,
            UnaryOperator<Given> change) {
        transactions.run(() -> {
            if (others.decideFor(run, learner)) {
                throw new RuleViolation("gradebook.give.own");
            }
            if (people.find(run, learner).isEmpty()) {
                throw new RuleViolation("gradebook.give.learner.unknown");
            }
            Optional<Given> before = rows.held(run, learner, entryKey);
            if (!before.map(Given::at).equals(Optional.ofNullable(seen))) {
                throw new RuleViolation("gradebook.give.stale");
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Given then = change.apply(before.orElseGet(() -> new Given(null, false, "", null, "", now)));
            Given stamped = new Given(then.score(), then.excused(), then.reason(), then.due(), then.dueReason(), now);
            UUID by = access.actorId();
            rows.write(run, List.of(new Decision(learner, entryKey, kind, stamped, by)));
            return true;
        });
    }

    private Entry entry(CourseRunId run, String entryKey) {
        return books.of(run).book().entry(entryKey).orElseThrow(() -> new RuleViolation("gradebook.entry.unknown"));
    }

    private static void checkReason(String reason, boolean mayBeEmpty) {
        int length = reason.strip().length();
        new Rules()
                .that(
                        length <= LONGEST_REASON && (mayBeEmpty || length > 0),
                        "gradebook.give.reason.length",
                        length,
                        LONGEST_REASON)
                .hold();
    }
}

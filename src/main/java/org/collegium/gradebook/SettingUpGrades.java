package org.collegium.gradebook;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.courses.CourseRunId;
import org.collegium.gradebook.RunPeople.Person;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.Totals;
import org.collegium.identity.Access;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets how a run is graded. */
@Service
public class SettingUpGrades {

    private static final String MAY = "@runAccess.may('" + GradebookPermissions.SET_UP + "', #run)";
    private static final int SHOWN = 20;
    private static final double TINY = 1e-9;

    private final ReadingBooks books;
    private final BookRows rows;
    private final ScaleRows scales;
    private final RunPeople people;
    private final Computing computing;
    private final RetriedTransactions transactions;
    private final Access access;
    private final Clock clock;

    SettingUpGrades(
            ReadingBooks books,
            BookRows rows,
            ScaleRows scales,
            RunPeople people,
            Computing computing,
            RetriedTransactions transactions,
            Access access,
            Clock clock) {
        this.books = books;
        this.rows = rows;
        this.scales = scales;
        this.people = people;
        this.computing = computing;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What a change would do to totals.
     *
     * @param learners of the run
     * @param changed of them whose total would be another one
     * @param most those whose total would change most, at most twenty
     */
    public record Preview(int learners, int changed, List<Change> most) {

        /** A total before and after; null where nothing counts. */
        public record Change(
                String name,
                @Nullable Double before,
                @Nullable Double after) {}
    }

    /**
     * What totals would be by another book, without setting it; as many queries as the totals of everybody take.
     *
     * @throws RuleViolation when there is no such run
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Preview preview(CourseRunId run, Book book) {
        RunBook now = books.of(run);
        List<Person> everybody = people.all(run, "");
        Instant time = clock.instant();
        List<Preview.Change> changes = new ArrayList<>();
        computing.known(now.run(), List.of(now.book(), book), everybody, (person, known) -> {
            Preview.Change change = new Preview.Change(
                    person.name(),
                    Totals.of(now.book(), known.by(now.book()), time).share(),
                    Totals.of(book, known.by(book), time).share());
            if (difference(change) > TINY) {
                changes.add(change);
            }
        });
        changes.sort(Comparator.comparingDouble(SettingUpGrades::difference).reversed());
        return new Preview(
                everybody.size(), changes.size(), changes.stream().limit(SHOWN).toList());
    }

    private static double difference(Preview.Change change) {
        if (change.before() == null || change.after() == null) {
            return Objects.equals(change.before(), change.after()) ? 0 : 1;
        }
        return Math.abs(change.before() - change.after());
    }

    /**
     * Sets how a run is graded. Whether entries are released stays as it is. Entries by hand that are not in the book any more are
     * removed with what was given for them.
     *
     * @param book entries by hand with the key {@link Entry#BY_HAND} alone are new
     * @param seen the version on which it was made
     * @throws RuleViolation when somebody else changed it in between, or the partner has no such scale
     */
    @PreAuthorize(MAY)
    public void set(CourseRunId run, Book book, String scale, int seen) {
        transactions.run(() -> {
            int version = rows.heldVersion(run);
            if (version != seen) {
                throw new RuleViolation("gradebook.setup.stale");
            }
            RunBook before = books.of(run);
            if (scales.find(before.run().partner(), scale).isEmpty()) {
                throw new RuleViolation("gradebook.setup.scale.unknown");
            }
            Book whole = new Book(
                    book.categories(),
                    book.entries().stream().map(SettingUpGrades::withKey).toList(),
                    book.late(),
                    book.missing());
            UUID by = access.actorId();
            rows.write(run, whole, scale, version + 1, by, clock.instant());
            Set<String> kept = whole.entries().stream().map(Entry::key).collect(Collectors.toSet());
            before.book().entries().stream()
                    .filter(entry -> entry.byHand() && !kept.contains(entry.key()))
                    .forEach(entry -> rows.remove(run, entry.key()));
            return true;
        });
    }

    private static Entry withKey(Entry entry) {
        return entry.key().equals(Entry.BY_HAND)
                ? new Entry(
                        Entry.BY_HAND + UUID.randomUUID(),
                        "",
                        entry.title(),
                        entry.category(),
                        entry.points(),
                        entry.extra(),
                        entry.due(),
                        entry.late(),
                        entry.release())
                : entry;
    }
}

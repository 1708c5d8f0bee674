package org.collegium.gradebook;

import java.time.Clock;
import org.collegium.activity.ReleaseChanged;
import org.collegium.courses.CourseRunId;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.Release;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Decides when learners see the grades of an entry. When kept back grades are released, each learner who has one is told once, by
 * {@link TellingReleases}; what a quiz itself still withholds is not shown by the grade book either.
 */
@Service
public class ReleasingGrades {

    private static final String MAY = "@runAccess.may('" + GradebookPermissions.GRADE + "', #run)";

    private final ReadingBooks books;
    private final BookRows rows;
    private final ApplicationEventPublisher events;
    private final RetriedTransactions transactions;
    private final Clock clock;

    ReleasingGrades(
            ReadingBooks books,
            BookRows rows,
            ApplicationEventPublisher events,
            RetriedTransactions transactions,
            Clock clock) {
        this.books = books;
        this.rows = rows;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Keeps the grades of an entry back, or shows them. They may be kept back again after they were shown.
     *
     * @throws RuleViolation when the run has no such entry
     */
    @PreAuthorize(MAY)
    public void set(CourseRunId run, String entryKey, Release release) {
        transactions.run(() -> {
            Book book = books.of(run).book();
            Entry entry = book.entry(entryKey).orElseThrow(() -> new RuleViolation("gradebook.entry.unknown"));
            rows.release(run, entry, book.entries().indexOf(entry), release);
            events.publishEvent(new ReleaseChanged(run.value(), entryKey));
            return true;
        });
    }

    /** Shows the grades of an entry from now on, and has its learners told. Errors as of {@link #set}. */
    @PreAuthorize(MAY)
    public void release(CourseRunId run, String entryKey) {
        set(run, entryKey, new Release(true, clock.instant()));
    }
}

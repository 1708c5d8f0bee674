package org.collegium.gradebook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.activity.WithheldScores;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.Enrolments;
import org.collegium.gradebook.rules.Facts;
import org.collegium.gradebook.rules.Total;
import org.collegium.gradebook.rules.Totals;
import org.collegium.identity.AccountId;
import org.collegium.learning.RunScores;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The grades of a learner as they may see them: without what is not released, and what a quiz still withholds. */
@Service
public class OwnGrades {

    private final ReadingBooks books;
    private final GatheringFacts gathering;
    private final RunScores scores;
    private final Enrolments enrolments;
    private final List<WithheldScores> withheld;
    private final Clock clock;

    OwnGrades(
            ReadingBooks books,
            GatheringFacts gathering,
            RunScores scores,
            Enrolments enrolments,
            List<WithheldScores> withheld,
            Clock clock) {
        this.books = books;
        this.gathering = gathering;
        this.scores = scores;
        this.enrolments = enrolments;
        this.withheld = List.copyOf(withheld);
        this.clock = clock;
    }

    /** A learner's grade book with what it comes to for them. */
    public record Own(RunBook book, Total total) {}

    /** The grades of a learner in a run; empty when they never were in it, or nothing is graded in it. At most twenty queries. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public Optional<Own> of(AccountId learner, CourseRunId run) {
        return enrolments
                .find(learner, run)
                .flatMap(enrolment -> books.find(run))
                .filter(book -> !book.book().entries().isEmpty())
                .map(book -> new Own(book, total(learner, book)));
    }

    /** Whether a learner has grades to look at in a run; at most three queries. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public boolean areIn(AccountId learner, CourseRunId run) {
        return books.areIn(run);
    }

    private Total total(AccountId learner, RunBook book) {
        Instant now = clock.instant();
        CourseRunId run = book.run().id();
        Set<String> hidden = withheld.stream()
                .flatMap(scored -> scored.units(learner, run.value()).stream())
                .collect(Collectors.toSet());
        Map<AccountId, KnownFacts> of = gathering.of(
                book.run(), List.of(book.book()), List.of(learner), Map.of(learner, scores.of(learner, run)));
        Map<String, Facts> known = Objects.requireNonNull(of.get(learner)).by(book.book());
        book.book()
                .entries()
                .forEach(entry -> known.computeIfPresent(
                        entry.key(),
                        (key, facts) -> facts.withHidden(
                                hidden.contains(key) || !entry.release().seen(now))));
        return Totals.of(book.book(), known, now);
    }
}

package org.collegium.gradebook;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.collegium.courses.CourseRun;
import org.collegium.gradebook.RunPeople.Person;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Totals;
import org.collegium.identity.AccountId;
import org.collegium.learning.RunScores;
import org.springframework.stereotype.Component;

/** Computes the totals of learners for those who teach them, five hundred at a time. */
@Component
class Computing {

    private static final int AT_ONCE = 500;

    private final GatheringFacts gathering;
    private final RunScores scores;
    private final Clock clock;

    Computing(GatheringFacts gathering, RunScores scores, Clock clock) {
        this.gathering = gathering;
        this.scores = scores;
        this.clock = clock;
    }

    List<LearnerGrades> totals(RunBook book, List<Person> people) {
        List<LearnerGrades> totals = new ArrayList<>();
        each(book, people, totals::add);
        return totals;
    }

    /** As {@link #totals}, of one learner after the other, so that nothing is held of all of them. */
    void each(RunBook book, List<Person> people, Consumer<LearnerGrades> taken) {
        Instant now = clock.instant();
        known(
                book.run(),
                List.of(book.book()),
                people,
                (person, known) -> taken.accept(new LearnerGrades(
                        person.id(),
                        person.name(),
                        person.email(),
                        Totals.of(book.book(), known.by(book.book()), now))));
    }

    /**
     * What is known of each, in their order; two queries and those of {@link GatheringFacts} for each five hundred.
     *
     * @param books by which it will be looked at
     */
    void known(CourseRun run, List<Book> books, List<Person> people, BiConsumer<Person, KnownFacts> taken) {
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            List<Person> some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
            List<AccountId> ids = some.stream().map(Person::id).toList();
            Map<AccountId, KnownFacts> known = gathering.of(run, books, ids, scores.of(run.id(), ids));
            some.forEach(person -> taken.accept(person, Objects.requireNonNull(known.get(person.id()))));
        }
    }
}

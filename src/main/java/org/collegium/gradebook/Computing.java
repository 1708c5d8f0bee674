package org.collegium.gradebook;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collegium.gradebook.RunPeople.Person;
import org.collegium.gradebook.rules.Facts;
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
        Instant now = clock.instant();
        Map<AccountId, Map<String, Facts>> facts = facts(book, people);
        return people.stream()
                .map(person -> new LearnerGrades(
                        person.id(),
                        person.name(),
                        person.email(),
                        Totals.of(book.book(), facts.getOrDefault(person.id(), Map.of()), now)))
                .toList();
    }

    /** What is known of each; two queries and those of {@link GatheringFacts} for each five hundred. */
    Map<AccountId, Map<String, Facts>> facts(RunBook book, List<Person> people) {
        Map<AccountId, Map<String, Facts>> facts = new HashMap<>();
        List<AccountId> ids = new ArrayList<>(people.stream().map(Person::id).toList());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<AccountId> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            facts.putAll(gathering.of(book, some, scores.of(book.run().id(), some)));
        }
        return facts;
    }
}

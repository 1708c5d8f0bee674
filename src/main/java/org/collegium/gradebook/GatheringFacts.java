package org.collegium.gradebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.activity.ClosingTimes;
import org.collegium.activity.HandedInWork;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.Facts.Work;
import org.collegium.identity.AccountId;
import org.collegium.learning.RunScores.Scored;
import org.springframework.stereotype.Component;

/** Gathers what is known of learners: scores of activities, when work was handed in, when it was due, what instructors decided. */
@Component
class GatheringFacts {

    private final GivenRows given;
    private final List<HandedInWork> handedIn;
    private final List<ClosingTimes> closings;
    private final SectionDue sections;

    GatheringFacts(GivenRows given, List<HandedInWork> handedIn, List<ClosingTimes> closings, SectionDue sections) {
        this.given = given;
        this.sections = sections;
        this.handedIn = List.copyOf(handedIn);
        this.closings = List.copyOf(closings);
    }

    /**
     * What is known of these learners, as far as one of the books asks for it; at most three queries, and for each kind of activity one for what
     * waits, one where work can be late and two where it closes.
     *
     * @param scores of their activities
     */
    Map<AccountId, KnownFacts> of(
            CourseRun run,
            List<Book> books,
            Collection<AccountId> learners,
            Map<AccountId, Map<String, Scored>> scores) {
        CourseRunId id = run.id();
        Map<AccountId, Map<String, Given>> decided = given.of(id, learners);
        Map<AccountId, Map<String, Instant>> due = sections.of(run, learners);
        Map<AccountId, Map<String, List<Work>>> works = works(books, id, learners, !due.isEmpty());
        Map<String, Instant> everybody = new HashMap<>();
        Map<AccountId, Map<String, Instant>> own = new HashMap<>();
        Map<AccountId, Set<String>> waiting = new HashMap<>();
        handedIn.stream()
                .filter(kind -> !units(books, kind.kind()).isEmpty())
                .forEach(kind -> kind.waiting(id.value(), learners)
                        .forEach((learner, units) -> waiting.computeIfAbsent(learner, key -> new HashSet<>())
                                .addAll(units)));
        boolean times = !due.isEmpty() || books.stream().anyMatch(GatheringFacts::asksForTimes);
        for (ClosingTimes kind : closings) {
            Set<String> units = units(books, kind.kind());
            if (!units.isEmpty() && times) {
                everybody.putAll(kind.ofEverybody(id.value()));
                kind.ofLearners(id.value(), learners, units)
                        .forEach((learner, closes) -> own.computeIfAbsent(learner, key -> new HashMap<>())
                                .putAll(closes));
            }
        }
        Map<AccountId, KnownFacts> known = new HashMap<>();
        learners.forEach(learner -> known.put(
                learner,
                new KnownFacts(
                        scores.getOrDefault(learner, Map.of()),
                        works.getOrDefault(learner, Map.of()),
                        decided.getOrDefault(learner, Map.of()),
                        due.getOrDefault(learner, Map.of()),
                        everybody,
                        own.getOrDefault(learner, Map.of()),
                        waiting.getOrDefault(learner, Set.of()),
                        run.closes())));
        return known;
    }

    /** @param dated whether sections are due, so that work can be late of which nothing is set */
    private Map<AccountId, Map<String, List<Work>>> works(
            List<Book> books, CourseRunId run, Collection<AccountId> learners, boolean dated) {
        Map<AccountId, Map<String, List<Work>>> works = new HashMap<>();
        for (HandedInWork kind : handedIn) {
            boolean late = books.stream()
                    .flatMap(book -> book.entries().stream())
                    .anyMatch(entry -> entry.kind().equals(kind.kind()) && (dated || entry.due() != null));
            if (late) {
                kind.of(run.value(), learners)
                        .forEach(work -> works.computeIfAbsent(work.learner(), key -> new HashMap<>())
                                .computeIfAbsent(work.unitKey(), key -> new ArrayList<>())
                                .add(new Work(work.score(), work.at())));
            }
        }
        return works;
    }

    private static Set<String> units(List<Book> books, String kind) {
        return books.stream()
                .flatMap(book -> book.entries().stream())
                .filter(entry -> entry.kind().equals(kind))
                .map(Entry::key)
                .collect(Collectors.toSet());
    }

    private static boolean asksForTimes(Book book) {
        return book.missing() == Book.Missing.ZERO_AFTER_DUE
                || book.entries().stream().anyMatch(entry -> entry.due() != null);
    }
}

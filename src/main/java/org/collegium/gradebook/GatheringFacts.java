package org.collegium.gradebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.activity.ClosingTimes;
import org.collegium.activity.HandedInWork;
import org.collegium.courses.CourseRunId;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.Facts;
import org.collegium.gradebook.rules.Facts.Extension;
import org.collegium.gradebook.rules.Facts.Work;
import org.collegium.identity.AccountId;
import org.collegium.learning.RunScores.Scored;
import org.jspecify.annotations.Nullable;
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

    /** What a learner's activities gave, when it was handed in, when their sections are due and when they close. */
    private record Known(
            Map<String, Scored> scores,
            Map<String, List<Work>> works,
            Map<String, Given> given,
            Map<String, Instant> due,
            Map<String, Instant> everybody,
            Map<String, Instant> own,
            Set<String> waiting,
            @Nullable Instant runCloses) {

        Facts of(Entry entry) {
            Given decided = given.get(entry.key());
            Scored scored = scores.get(entry.key());
            Instant due = entry.due() == null ? this.due.get(entry.key()) : entry.due();
            Extension extension = null;
            Instant extended = decided == null ? null : decided.due();
            Instant closes = own.get(entry.key());
            if (isLater(extended, due)) {
                due = extended;
                extension = new Extension(false, decided == null ? "" : decided.dueReason());
            }
            if (isLater(closes, due)) {
                due = closes;
                extension = new Extension(true, "");
            }
            return new Facts(
                    scored == null ? null : scored.score(),
                    scored == null ? List.of() : works(entry, scored),
                    decided == null ? null : decided.score(),
                    decided != null && decided.excused(),
                    decided == null ? "" : decided.reason(),
                    due,
                    extension,
                    due == null ? closing(entry, extended) : due,
                    waiting.contains(entry.key()),
                    false);
        }

        private List<Work> works(Entry entry, Scored scored) {
            return works.getOrDefault(entry.key(), List.of(new Work(scored.score(), scored.at())));
        }

        /** From when on work is missing that has no due date; what is graded by hand never is. */
        private @Nullable Instant closing(Entry entry, @Nullable Instant extended) {
            if (entry.byHand()) {
                return null;
            }
            Instant closes = own.getOrDefault(entry.key(), everybody.getOrDefault(entry.key(), runCloses));
            return isLater(extended, closes) ? extended : closes;
        }

        private static boolean isLater(@Nullable Instant one, @Nullable Instant other) {
            return one != null && other != null && one.isAfter(other);
        }
    }

    /**
     * What is known of these learners, by entry key; at most three queries, and for each kind of activity one for what waits, one where work can be
     * late and two where it closes.
     *
     * @param scores of their activities
     */
    Map<AccountId, Map<String, Facts>> of(
            RunBook book, Collection<AccountId> learners, Map<AccountId, Map<String, Scored>> scores) {
        CourseRunId run = book.run().id();
        Book rules = book.book();
        Map<AccountId, Map<String, Given>> decided = given.of(run, learners);
        Map<AccountId, Map<String, Instant>> due = sections.of(book.run(), learners);
        Map<AccountId, Map<String, List<Work>>> works = works(rules, run, learners, !due.isEmpty());
        Map<String, Instant> everybody = new HashMap<>();
        Map<AccountId, Map<String, Instant>> own = new HashMap<>();
        Map<AccountId, Set<String>> waiting = new HashMap<>();
        handedIn.stream()
                .filter(kind -> !units(rules, kind.kind()).isEmpty())
                .forEach(kind -> kind.waiting(run.value(), learners)
                        .forEach((learner, units) -> waiting.computeIfAbsent(learner, key -> new HashSet<>())
                                .addAll(units)));
        for (ClosingTimes kind : closings) {
            Set<String> units = units(rules, kind.kind());
            if (!units.isEmpty() && (asksForTimes(rules) || !due.isEmpty())) {
                everybody.putAll(kind.ofEverybody(run.value()));
                kind.ofLearners(run.value(), learners, units)
                        .forEach((learner, times) -> own.computeIfAbsent(learner, key -> new HashMap<>())
                                .putAll(times));
            }
        }
        return learners.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        learner -> facts(
                                rules,
                                new Known(
                                        scores.getOrDefault(learner, Map.of()),
                                        works.getOrDefault(learner, Map.of()),
                                        decided.getOrDefault(learner, Map.of()),
                                        due.getOrDefault(learner, Map.of()),
                                        everybody,
                                        own.getOrDefault(learner, Map.of()),
                                        waiting.getOrDefault(learner, Set.of()),
                                        book.run().closes()))));
    }

    private static Map<String, Facts> facts(Book book, Known known) {
        return book.entries().stream().collect(Collectors.toMap(Entry::key, known::of));
    }

    /** @param dated whether sections are due, so that work can be late of which nothing is set */
    private Map<AccountId, Map<String, List<Work>>> works(
            Book book, CourseRunId run, Collection<AccountId> learners, boolean dated) {
        Map<AccountId, Map<String, List<Work>>> works = new HashMap<>();
        for (HandedInWork kind : handedIn) {
            boolean late = book.entries().stream()
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

    private static Set<String> units(Book book, String kind) {
        return book.entries().stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(Entry::key)
                .collect(Collectors.toSet());
    }

    private static boolean asksForTimes(Book book) {
        return book.missing() == Book.Missing.ZERO_AFTER_DUE
                || book.entries().stream().anyMatch(entry -> entry.due() != null);
    }
}

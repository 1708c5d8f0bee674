package org.collegium.gradebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.courses.CourseRunId;
import org.collegium.gradebook.RunPeople.Person;
import org.collegium.gradebook.rules.EntryGrade;
import org.collegium.gradebook.rules.EntryGrade.State;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The grade books of runs, for those who teach them. A book takes at most seven queries. Totals are computed when they are asked for,
 * with at most eight queries for each five hundred learners, however many entries there are.
 */
@Service
public class GradeBooks {

    private static final String MAY = "@runAccess.may('" + GradebookPermissions.VIEW + "', #run)";

    /** Of who has no score; no score is less than 0. */
    private static final double NOTHING = -1;

    private final ReadingBooks books;
    private final RunPeople people;
    private final Computing computing;

    GradeBooks(ReadingBooks books, RunPeople people, Computing computing) {
        this.books = books;
        this.people = people;
        this.computing = computing;
    }

    /** How a run is graded, empty when there is no such run. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<RunBook> book(CourseRunId run) {
        return books.find(run);
    }

    /**
     * A page of the learners of a run by name, with their totals.
     *
     * @param text part of the name or the address; empty for all
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<LearnerGrades> byName(CourseRunId run, String text, boolean ascending, PageRequest page) {
        return computing.totals(books.of(run), people.page(run, text, ascending, page));
    }

    /** How many {@link #byName} has; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run, String text) {
        return people.count(run, text);
    }

    /**
     * All learners of a run by their totals, those without one last, of two alike by name; one query.
     *
     * @param standings what {@link #standings} said
     * @param text as of {@link #byName}
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<AccountId> byTotal(CourseRunId run, Standings standings, String text, boolean ascending) {
        Comparator<Double> order = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return people.all(run, text).stream()
                .map(Person::id)
                .sorted(Comparator.comparing(standings.shares()::get, Comparator.nullsLast(order)))
                .toList();
    }

    /**
     * All learners of a run by their scores in an entry, those without one last, of two alike by name. The scores of everybody are computed for it, as for
     * {@link #standings}.
     *
     * @param entry its key
     * @param text as of {@link #byName}
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<AccountId> byEntry(CourseRunId run, String entry, String text, boolean ascending) {
        Map<AccountId, Double> scores = new LinkedHashMap<>();
        computing.each(
                books.of(run),
                people.all(run, text),
                learner -> scores.put(
                        learner.learner(),
                        learner.total().entry(entry).map(GradeBooks::score).orElse(NOTHING)));
        Comparator<Double> order = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return scores.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<AccountId, Double> each) -> each.getValue() < 0)
                        .thenComparing(Map.Entry::getValue, order))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double score(EntryGrade grade) {
        Double score = grade.score();
        return score == null ? NOTHING : score;
    }

    /** These learners with their totals in this order, without those who are not in the run; as many queries as a page by name. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<LearnerGrades> some(CourseRunId run, List<AccountId> learners) {
        Map<AccountId, LearnerGrades> found = computing.totals(books.of(run), people.some(run, learners)).stream()
                .collect(Collectors.toMap(LearnerGrades::learner, Function.identity()));
        return learners.stream()
                .flatMap(learner -> Optional.ofNullable(found.get(learner)).stream())
                .toList();
    }

    /** One learner of a run, empty when they are not in it. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<LearnerGrades> learner(CourseRunId run, AccountId learner) {
        return people.find(run, learner)
                .map(person -> computing.totals(books.of(run), List.of(person)).getFirst());
    }

    /** The total of everybody, and how each entry came out. With thousands of learners it takes a second, so nobody asks for it at each look. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Standings standings(CourseRunId run) {
        RunBook book = books.of(run);
        Map<AccountId, Double> shares = new HashMap<>();
        Map<String, Outcomes> outcomes = new LinkedHashMap<>();
        book.book().entries().forEach(entry -> outcomes.put(entry.key(), new Outcomes()));
        computing.each(book, people.all(run, ""), learner -> {
            Double share = learner.total().share();
            if (share != null) {
                shares.put(learner.learner(), share);
            }
            learner.total()
                    .entries()
                    .forEach(grade -> Objects.requireNonNull(
                                    outcomes.get(grade.entry().key()))
                            .add(grade));
        });
        List<EntryStatistics> entries = new ArrayList<>();
        outcomes.forEach((key, all) -> entries.add(all.statistics(key)));
        return new Standings(shares, entries);
    }

    /** How one entry came out for learners. */
    private static final class Outcomes {

        private final List<Double> scores = new ArrayList<>();
        private int waiting;
        private int missing;

        void add(EntryGrade grade) {
            Double score = grade.score();
            if (score != null && grade.state() != State.MISSING) {
                scores.add(score);
            } else if (grade.state() == State.WAITING) {
                waiting++;
            } else if (grade.state() != State.EXCUSED) {
                missing++;
            }
        }

        EntryStatistics statistics(String key) {
            scores.sort(Comparator.naturalOrder());
            double sum = scores.stream().mapToDouble(Double::doubleValue).sum();
            return new EntryStatistics(
                    key,
                    scores.size(),
                    waiting,
                    missing,
                    scores.isEmpty() ? null : sum / scores.size(),
                    median(scores));
        }
    }

    private static @Nullable Double median(List<Double> sorted) {
        if (sorted.isEmpty()) {
            return null;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

package org.collegium.gradebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.activity.HandedInWork;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.gradebook.BookRows.Settings;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.LateRule;
import org.collegium.gradebook.rules.Scale;
import org.collegium.shared.RuleViolation;
import org.springframework.stereotype.Component;

/** Puts together how a run is graded: what is set for it, and the units of its version that can be graded. */
@Component
class ReadingBooks {

    private static final Settings USUAL = new Settings(0, Scale.PERCENT.key(), Book.Missing.LEFT_OUT, LateRule.NONE);

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final BookRows rows;
    private final ScaleRows scales;
    private final Set<String> graded;

    ReadingBooks(CourseRuns runs, CourseVersions versions, BookRows rows, ScaleRows scales, List<HandedInWork> graded) {
        this.runs = runs;
        this.versions = versions;
        this.rows = rows;
        this.scales = scales;
        this.graded = graded.stream().map(HandedInWork::kind).collect(Collectors.toUnmodifiableSet());
    }

    /** How a run is graded, empty when there is no such run; at most seven queries. */
    Optional<RunBook> find(CourseRunId id) {
        return runs.find(id).flatMap(run -> versions.find(run.version()).map(version -> book(run, version)));
    }

    /** Whether anything is graded in a run; at most three queries. */
    boolean areIn(CourseRunId id) {
        return runs.find(id)
                .flatMap(run -> versions.find(run.version()))
                .filter(version -> !units(version).isEmpty()
                        || !rows.entries(id, List.of()).isEmpty())
                .isPresent();
    }

    /** @throws RuleViolation when there is no such run */
    RunBook of(CourseRunId id) {
        return find(id).orElseThrow(() -> new RuleViolation("gradebook.run.unknown"));
    }

    private RunBook book(CourseRun run, CourseVersion version) {
        Settings settings = rows.settings(run.id()).orElse(USUAL);
        Book book = new Book(
                rows.categories(run.id()), rows.entries(run.id(), units(version)), settings.late(), settings.missing());
        return new RunBook(
                run,
                version.manifest().metadata().title(),
                book,
                scales.find(run.partner(), settings.scale()).orElse(Scale.PERCENT),
                settings.version());
    }

    private List<Entry> units(CourseVersion version) {
        return version.manifest().units().stream()
                .filter(unit -> graded.contains(unit.kind()))
                .map(unit -> Entry.usual(unit.key(), unit.kind(), unit.title()))
                .toList();
    }
}

package org.collegium.integrity.similarity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.springframework.stereotype.Component;

/** The units of runs whose texts can be compared, and by whom they are read. */
@Component
class UnitsOfRuns {

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final List<ComparedTexts> kinds;

    UnitsOfRuns(CourseRuns runs, CourseVersions versions, List<ComparedTexts> kinds) {
        this.runs = runs;
        this.versions = versions;
        this.kinds = kinds;
    }

    /** In reading order; two queries. */
    List<CourseUnit> of(CourseRunId run) {
        return runs.find(run)
                .map(CourseRun::version)
                .flatMap(versions::find)
                .map(CourseVersion::manifest)
                .map(manifest -> manifest.units().stream()
                        .filter(unit -> reader(unit).isPresent())
                        .collect(Collectors.toList()))
                .orElse(List.of());
    }

    /** Who reads the texts of a unit; empty when the run has no such unit. Two queries. */
    Optional<ComparedTexts> reader(CourseRunId run, String unitKey) {
        return of(run).stream()
                .filter(unit -> unit.key().equals(unitKey))
                .findFirst()
                .flatMap(this::reader);
    }

    private Optional<ComparedTexts> reader(CourseUnit unit) {
        return kinds.stream().filter(kind -> kind.kind().equals(unit.kind())).findFirst();
    }
}

package org.collegium.courses;

import static org.collegium.courses.checks.Finding.Kind.LINKS;
import static org.collegium.courses.checks.Finding.Kind.SKILLS;
import static org.collegium.courses.checks.Finding.Severity.BLOCKS;
import static org.collegium.courses.checks.Finding.Severity.MEND;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.activity.FileReference.Use;
import org.collegium.courses.CourseCheckRows.Row;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.DraftCheck.Found;
import org.collegium.courses.checks.Finding;
import org.collegium.courses.checks.Finding.Severity;
import org.collegium.courses.checks.UnitResult.Target;
import org.collegium.source.SourcePaths;

/** What follows for a whole course from what its units hold: where links lead, which skills nothing assesses or teaches. */
final class CourseFindings {

    private final CourseManifest draft;
    private final Map<String, Row> results;
    private final Map<String, List<Finding>> pictures;
    private final Set<String> keys;
    private final Set<String> taught;
    private final Set<String> paths;
    private final Set<String> stems;
    private final Set<String> folders = new HashSet<>();

    /**
     * @param results of the units that were looked at, by key
     * @param pictures what was found in pictures, by path
     */
    CourseFindings(CourseManifest draft, Map<String, Row> results, Map<String, List<Finding>> pictures) {
        this.draft = draft;
        this.results = results;
        this.pictures = pictures;
        List<CourseUnit> units = draft.units();
        taught = draft.metadata().skills().stream().map(CourseSkill::key).collect(Collectors.toSet());
        keys = units.stream().map(CourseUnit::key).collect(Collectors.toSet());
        paths = units.stream().map(CourseUnit::file).collect(Collectors.toSet());
        stems = paths.stream().map(CourseFindings::stem).collect(Collectors.toSet());
        for (String path : draft.files().keySet()) {
            for (String folder = SourcePaths.folder(path);
                    !folder.isEmpty() && folders.add(folder);
                    folder = SourcePaths.folder(folder)) {}
        }
    }

    /** All of it, unit by unit in reading order, then what concerns the whole. */
    List<DraftCheck> all() {
        List<DraftCheck> all = new ArrayList<>();
        for (CourseUnit unit : draft.units()) {
            Row row = results.get(unit.key());
            if (row != null) {
                row.result().findings().forEach(finding -> all.add(new Found(finding, Optional.of(unit))));
                row.result()
                        .references()
                        .forEach(target -> broken(unit, target)
                                .ifPresent(finding -> all.add(new Found(finding, Optional.of(unit)))));
                pictures(unit, row).forEach(finding -> all.add(new Found(finding, Optional.of(unit))));
                row.result().skills().stream()
                        .distinct()
                        .filter(key -> !taught.contains(key))
                        .forEach(key -> all.add(new Found(unknown(key), Optional.of(unit))));
            }
        }
        if (results.size() == draft.units().size()) {
            skills().forEach(finding -> all.add(new Found(finding, Optional.empty())));
        }
        return all;
    }

    /** What was found in the pictures of a unit, where it shows them first. */
    private List<Finding> pictures(CourseUnit unit, Row row) {
        List<Finding> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Target target : row.result().references()) {
            if (target.use() == Use.PICTURE) {
                path(unit, target)
                        .filter(seen::add)
                        .ifPresent(path -> pictures.getOrDefault(path, List.of())
                                .forEach(finding -> found.add(placed(finding, path, target.line()))));
            }
        }
        return found;
    }

    private static Finding placed(Finding finding, String path, int line) {
        List<String> arguments = new ArrayList<>(List.of(path));
        arguments.addAll(finding.arguments());
        return new Finding(finding.kind(), finding.severity(), finding.code(), line, arguments);
    }

    /** The file that a unit points at; empty where that is no path inside the course. */
    static Optional<String> path(CourseUnit unit, Target target) {
        String folder = target.path().startsWith("/") ? "" : SourcePaths.folder(unit.file());
        return SourcePaths.resolve(folder, target.path());
    }

    private Optional<Finding> broken(CourseUnit unit, Target target) {
        if (target.use() == Use.LABEL) {
            return keys.contains(target.path())
                    ? Optional.empty()
                    : Optional.of(link(BLOCKS, "courses.finding.label", target));
        }
        if (target.path().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> path = path(unit, target);
        if (path.filter(found -> leads(found, target.use())).isPresent()) {
            return Optional.empty();
        }
        if (path.filter(folders::contains).isPresent()) {
            return target.use() == Use.DATA
                    ? Optional.empty()
                    : Optional.of(link(MEND, "courses.finding.link-folder", target));
        }
        return Optional.of(
                target.use() == Use.DATA
                        ? link(MEND, "courses.finding.data", target)
                        : link(BLOCKS, "courses.finding.link", target));
    }

    private boolean leads(String path, Use use) {
        return paths.contains(path)
                || draft.files().containsKey(path)
                || ((use == Use.LINK || use == Use.UNIT) && (stems.contains(path) || stems.contains(stem(path))));
    }

    private static Finding link(Severity severity, String code, Target target) {
        return new Finding(LINKS, severity, code, target.line(), List.of(target.path()));
    }

    /** Asked only when every unit was looked at, since any of them might assess a skill. */
    private List<Finding> skills() {
        Set<String> assessed = results.values().stream()
                .flatMap(row -> row.result().skills().stream())
                .collect(Collectors.toSet());
        return draft.metadata().skills().stream()
                .filter(skill -> !assessed.contains(skill.key()))
                .map(CourseFindings::unassessed)
                .toList();
    }

    private static Finding unassessed(CourseSkill skill) {
        return new Finding(SKILLS, MEND, "courses.finding.skill", 0, List.of(skill.title()));
    }

    private static Finding unknown(String key) {
        return new Finding(SKILLS, BLOCKS, "courses.finding.skill-unknown", 0, List.of(key));
    }

    private static String stem(String path) {
        return SourcePaths.join(SourcePaths.folder(path), SourcePaths.stem(path));
    }
}

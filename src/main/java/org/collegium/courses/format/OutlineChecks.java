package org.collegium.courses.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collegium.source.FaultSink;
import org.collegium.source.Suggestions;

/** What must hold between the units of a course. */
final class OutlineChecks {

    private static final int DEEPEST = 4;

    private final FaultSink faults;
    private final Map<String, UnitDraft> byKey = new HashMap<>();
    private final Map<String, UnitDraft> byPath = new HashMap<>();

    OutlineChecks(FaultSink faults) {
        this.faults = faults;
    }

    void check(List<YamlFields> sections, List<UnitDraft> roots) {
        Set<String> sectionKeys = new HashSet<>();
        for (YamlFields section : sections) {
            section.text("key")
                    .filter(key -> !sectionKeys.add(key))
                    .ifPresent(key -> faults.error(section.place("key"), "section-twice", key));
        }
        roots.forEach(root -> depth(root, 1));
        List<UnitDraft> units = roots.stream().flatMap(UnitDraft::all).toList();
        units.forEach(this::unique);
        units.forEach(this::solution);
        if (units.stream().noneMatch(unit -> unit.fields().flag("sample", false))) {
            faults.note(
                    sections.isEmpty()
                            ? org.collegium.source.Place.EVERYWHERE
                            : sections.getFirst().place(),
                    "no-sample");
        }
    }

    private void depth(UnitDraft unit, int depth) {
        if (depth > DEEPEST) {
            faults.error(unit.fields().place(), "units-deep", unit.key(), DEEPEST);
            return;
        }
        unit.units().forEach(below -> depth(below, depth + 1));
    }

    private void unique(UnitDraft unit) {
        if (!unit.key().isEmpty() && byKey.putIfAbsent(unit.key(), unit) != null) {
            faults.error(unit.fields().place("key"), "unit-twice", unit.key());
        }
        unit.path().ifPresent(path -> {
            UnitDraft other = byPath.putIfAbsent(path, unit);
            if (other != null) {
                faults.warning(unit.fields().place(unit.kind()), "unit-same-file", path, other.key());
            }
        });
    }

    private void solution(UnitDraft unit) {
        Optional<String> exercise = unit.fields().text("solutionOf");
        if (exercise.isEmpty()) {
            return;
        }
        UnitDraft of = byKey.get(exercise.get());
        if (of == null) {
            faults.error(
                    unit.fields().place("solutionOf"),
                    "solution-unknown",
                    exercise.get(),
                    Suggestions.nearest(exercise.get(), byKey.keySet()).orElse("exercise-1"));
        } else if (circular(unit)) {
            faults.error(unit.fields().place("solutionOf"), "solution-circle", unit.key(), of.key());
        } else if (!of.fields().flag("exercise", false)) {
            faults.error(unit.fields().place("solutionOf"), "solution-of-no-exercise", of.key());
        }
    }

    private boolean circular(UnitDraft start) {
        Set<String> seen = new HashSet<>();
        for (UnitDraft at = start; at != null; ) {
            if (!seen.add(at.key())) {
                return true;
            }
            at = at.fields().text("solutionOf").map(byKey::get).orElse(null);
        }
        return false;
    }
}

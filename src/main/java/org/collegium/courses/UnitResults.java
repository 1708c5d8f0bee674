package org.collegium.courses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collegium.activity.ActivityFacts;
import org.collegium.activity.ActivityTexts.Placing;
import org.collegium.content.TextParts;
import org.collegium.courses.CourseCheckRows.CheckedContent;
import org.collegium.courses.CourseCheckRows.Row;
import org.collegium.courses.checks.CourseCheck;
import org.collegium.courses.checks.Finding;
import org.collegium.courses.checks.UnitContent;
import org.collegium.courses.checks.UnitResult;
import org.collegium.courses.format.NotebookPlaces;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What looking at the contents of units gives; kept by content, in memory and in the database. */
@Component
class UnitResults {

    private static final int REMEMBERED = 5_000;
    private static final int MOST_FINDINGS = 500;

    private final CourseCheckRows rows;
    private final UnitFacts facts;
    private final UnitTexts texts;
    private final CourseFiles files;
    private final ObjectProvider<CourseCheck> checks;
    private final Cache<CheckedContent, Row> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Of which there is a row, so that none need be asked for. */
    private final Cache<CheckedContent, Boolean> kept =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    UnitResults(
            CourseCheckRows rows,
            UnitFacts facts,
            UnitTexts texts,
            CourseFiles files,
            ObjectProvider<CourseCheck> checks) {
        this.rows = rows;
        this.facts = facts;
        this.texts = texts;
        this.files = files;
        this.checks = checks;
    }

    /** What is known of the units of a draft, by key of the unit; at most one query. */
    Map<String, Row> of(CourseManifest draft) {
        Map<String, CheckedContent> keys = keys(draft);
        Map<CheckedContent, Row> found = new HashMap<>(known.getAllPresent(new HashSet<>(keys.values())));
        Set<CheckedContent> missing = new HashSet<>(keys.values());
        missing.removeAll(found.keySet());
        Map<CheckedContent, Row> stored = rows.of(missing);
        known.putAll(stored);
        found.putAll(stored);
        Map<String, Row> byUnit = new HashMap<>();
        keys.forEach((unit, key) -> Optional.ofNullable(found.get(key)).ifPresent(row -> byUnit.put(unit, row)));
        return byUnit;
    }

    /** The units that were not looked at yet, in reading order; at most one query. */
    List<CourseUnit> missing(CourseManifest draft) {
        Map<String, Row> found = of(draft);
        return draft.units().stream()
                .filter(unit -> draft.file(unit).isPresent() && !found.containsKey(unit.key()))
                .toList();
    }

    /** The units of which nothing is kept for every node, in reading order; at most one query. */
    List<CourseUnit> unkept(CourseManifest draft) {
        Map<String, CheckedContent> keys = keys(draft);
        Set<CheckedContent> open = new HashSet<>(keys.values());
        open.removeAll(kept.getAllPresent(open).keySet());
        Map<CheckedContent, Row> stored = rows.of(open);
        stored.forEach((key, row) -> kept.put(key, true));
        open.removeAll(stored.keySet());
        return draft.units().stream()
                .filter(unit -> open.contains(keys.get(unit.key())))
                .toList();
    }

    /** Looks at what was not looked at yet, and remembers it on this node. */
    void complete(CourseManifest draft, Instant now) {
        missing(draft).forEach(unit -> look(draft, unit, now));
    }

    /** Looks at a unit and remembers what that gave, on every node. */
    void keep(CourseManifest draft, CourseUnit unit, Instant now) {
        key(draft, unit).ifPresent(key -> rows.keep(key, look(draft, unit, now), now));
    }

    /** Looks at a unit and remembers what that gave on this node. */
    UnitResult look(CourseManifest draft, CourseUnit unit, Instant now) {
        UnitResult result = result(draft, unit);
        key(draft, unit).ifPresent(key -> known.put(key, new Row(result, now)));
        return result;
    }

    private UnitResult result(CourseManifest draft, CourseUnit unit) {
        SourceFile file = files.open(draft.file(unit).orElseThrow());
        Locale language = Locale.forLanguageTag(draft.metadata().language());
        UnitContent content = new UnitContent(
                unit.kind(), file, language, texts.parts(unit.kind(), file).map(parts -> placed(file, parts)));
        List<Finding> found = new ArrayList<>();
        checks.stream()
                .filter(check -> check.looksAt(unit.kind()))
                .forEach(check -> check.check(content, finding -> {
                    if (found.size() < MOST_FINDINGS) {
                        found.add(finding);
                    }
                }));
        ActivityFacts said = facts.of(draft, unit);
        return new UnitResult(
                found,
                said.references().stream()
                        .map(reference -> new UnitResult.Target(
                                reference.target(),
                                reference.use(),
                                reference.at().line()))
                        .toList(),
                said.skills().stream().map(ActivityFacts.SkillReference::key).toList());
    }

    private static UnitContent.PlacedText placed(SourceFile file, TextParts parts) {
        Placing places = SourcePaths.extension(file.path()).equals("ipynb")
                ? NotebookPlaces.of(file, file.text(fault -> {}).orElse(""))
                : (cell, line, column) -> file.place(line, column);
        return new UnitContent.PlacedText(parts, places);
    }

    private Map<String, CheckedContent> keys(CourseManifest draft) {
        Map<String, CheckedContent> keys = new HashMap<>();
        draft.units().forEach(unit -> key(draft, unit).ifPresent(key -> keys.put(unit.key(), key)));
        return keys;
    }

    private static Optional<CheckedContent> key(CourseManifest draft, CourseUnit unit) {
        return draft.file(unit)
                .map(file -> new CheckedContent(
                        file.sha256(), unit.kind(), draft.metadata().language()));
    }
}

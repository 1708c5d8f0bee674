package org.collegium.courses.languages;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.WholeDrafts;
import org.collegium.courses.languages.TranslatedUnit.State;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Courses of a partner in several languages. A variant names the course that it translates; units belong together by their
 * keys. Each variant has runs and progress of its own.
 */
@Service
public class Languages {

    private final TranslationRows rows;
    private final Courses courses;
    private final CourseVersions versions;
    private final Drafts drafts;
    private final WholeDrafts changes;
    private final Clock clock;

    Languages(
            TranslationRows rows,
            Courses courses,
            CourseVersions versions,
            Drafts drafts,
            WholeDrafts changes,
            Clock clock) {
        this.rows = rows;
        this.courses = courses;
        this.versions = versions;
        this.drafts = drafts;
        this.changes = changes;
        this.clock = clock;
    }

    /** The same course in other languages, for everybody; at most three queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<Variant> others(CourseVersionId version) {
        return versions.find(version)
                .map(course -> versions.latest(rows.family(course.partner(), root(course.manifest()))).values().stream()
                        .filter(other -> !other.course().equals(course.course()))
                        .map(Variant::new)
                        .sorted((one, other) -> one.language().compareTo(other.language()))
                        .toList())
                .orElse(List.of());
    }

    private static String root(CourseManifest course) {
        return Objects.requireNonNullElse(
                course.metadata().variantOf(), course.metadata().key());
    }

    /** How far a course is with what it translates; empty when it translates none that is published. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<Translation> of(CourseId course) {
        return courses.find(course)
                .flatMap(reference -> manifest(course)
                        .flatMap(variant ->
                                source(reference, variant).map(source -> translation(reference, variant, source))));
    }

    /** How far the published courses are that translate this one, by language; about seven queries for each. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public List<Translation> translations(CourseId course) {
        return courses.find(course)
                .map(source -> rows.family(source.partner(), source.key()).stream()
                        .filter(variant -> !variant.equals(course))
                        .flatMap(variant -> of(variant).stream())
                        .filter(translation -> translation.source().course().equals(course))
                        .sorted(Comparator.comparing(
                                translation -> translation.course().language()))
                        .toList())
                .orElse(List.of());
    }

    /** The draft, or what is published where there is none. */
    private Optional<CourseManifest> manifest(CourseId course) {
        return drafts.find(course)
                .map(Draft::manifest)
                .or(() -> versions.latest(course).map(CourseVersion::manifest));
    }

    private Optional<CourseVersion> source(CourseReference course, CourseManifest variant) {
        String key = variant.metadata().variantOf();
        return key == null
                ? Optional.empty()
                : versions.latest(rows.family(course.partner(), key)).values().stream()
                        .filter(found -> found.manifest().metadata().key().equals(key))
                        .findFirst();
    }

    private Translation translation(CourseReference course, CourseManifest variant, CourseVersion source) {
        Map<String, String> seen = rows.seen(course.id());
        List<TranslatedUnit> units = source.manifest().units().stream()
                .map(unit -> {
                    Optional<CourseUnit> translated = variant.unit(unit.key());
                    return new TranslatedUnit(
                            unit,
                            translated,
                            translated.isEmpty()
                                    ? State.MISSING
                                    : state(seen.get(unit.key()), hash(source.manifest(), unit)));
                })
                .toList();
        return new Translation(course, source, units);
    }

    private static State state(@org.jspecify.annotations.Nullable String seen, String now) {
        if (seen == null) {
            return State.UNCHECKED;
        }
        return seen.equals(now) ? State.CURRENT : State.OUT_OF_DATE;
    }

    private static String hash(CourseManifest course, CourseUnit unit) {
        return course.file(unit).map(CourseFile::sha256).orElse("");
    }

    /** What changed in the source of a unit since its translation was last looked at; empty when there is no such unit. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<SourceChange> change(CourseId course, String unitKey) {
        return of(course).flatMap(translation -> {
            CourseManifest source = translation.source().manifest();
            return source.unit(unitKey).flatMap(source::file).map(file -> {
                String seen = rows.seen(course).get(unitKey);
                String before = seen == null ? "" : text(new CourseFile(file.path(), seen, 0, file.mediaType()));
                return new SourceChange(before, text(file));
            });
        });
    }

    private String text(CourseFile file) {
        return changes.open(file).text(fault -> {}).orElse("");
    }

    /**
     * Says that the translations of units are those of the source as it is now.
     *
     * @param source version that was looked at
     * @return what was said before, with which it can be taken back
     * @throws RuleViolation when the course translates none, the source has changed meanwhile, or there is no such unit
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public Marked markCurrent(CourseId course, CourseVersionId source, Set<String> unitKeys) {
        Translation translation = of(course).orElseThrow(() -> new RuleViolation("courses.languages.none"));
        if (!translation.source().id().equals(source)) {
            throw new RuleViolation("courses.languages.changed-meanwhile");
        }
        Map<String, CourseUnit> translated = translation.units().stream()
                .filter(unit -> unit.translated().isPresent())
                .map(TranslatedUnit::unit)
                .collect(Collectors.toMap(CourseUnit::key, unit -> unit));
        Map<String, String> seen = rows.seen(course);
        Map<String, Optional<String>> before = new HashMap<>();
        for (String key : unitKeys) {
            CourseUnit unit = Optional.ofNullable(translated.get(key))
                    .orElseThrow(() -> new RuleViolation("courses.draft.unit-unknown", key));
            before.put(key, Optional.ofNullable(seen.get(key)));
            rows.see(course, key, hash(translation.source().manifest(), unit), clock.instant());
        }
        return new Marked(before);
    }

    /** Takes back that translations are current. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void takeBack(CourseId course, Marked marked) {
        marked.before()
                .forEach((key, seen) -> seen.ifPresentOrElse(
                        source -> rows.see(course, key, source, clock.instant()), () -> rows.forget(course, key)));
    }

    /**
     * Says which course of the same partner a draft translates.
     *
     * @param revision of the draft that was looked at
     * @param sourceKey key of the course; empty for none
     * @throws RuleViolation when there is no such published course, it is a variant itself or in the same language, or somebody
     *     else changed the draft meanwhile
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void link(CourseId course, int revision, String sourceKey) {
        Draft draft = drafts.find(course).orElseThrow(() -> new RuleViolation("courses.draft.none"));
        String key = sourceKey.strip();
        if (key.equals(draft.manifest().metadata().key())) {
            throw new RuleViolation("courses.languages.source.self");
        }
        if (!key.isEmpty()) {
            CourseVersion source = versions.latest(rows.family(draft.course().partner(), key)).values().stream()
                    .filter(found -> found.manifest().metadata().key().equals(key)
                            && !found.course().equals(course))
                    .findFirst()
                    .orElseThrow(() -> new RuleViolation("courses.languages.source.unknown", key));
            if (source.manifest().metadata().variantOf() != null) {
                throw new RuleViolation("courses.languages.source.variant", key);
            }
            String language = draft.manifest().metadata().language();
            if (source.manifest().metadata().language().equals(language)) {
                throw new RuleViolation("courses.languages.source.language", language);
            }
        }
        changes.replace(course, revision, draft.manifest().asVariantOf(key.isEmpty() ? null : key), List.of());
    }
}

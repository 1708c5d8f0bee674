package org.collegium.courses.derived;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.UnitTexts;
import org.collegium.courses.WholeDrafts;
import org.collegium.identity.Access;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What authors may take from the published courses of the alliance: whole courses, lessons, notebooks, and where their partners
 * offer them quizzes and labs. What is published is in memory, so it is looked through there.
 */
@Service
public class Library {

    private final DerivationRows rows;
    private final CourseVersions versions;
    private final Drafts drafts;
    private final WholeDrafts changes;
    private final CopiedFiles copied;
    private final Access access;
    private final Clock clock;

    Library(
            DerivationRows rows,
            CourseVersions versions,
            Drafts drafts,
            WholeDrafts changes,
            CopiedFiles copied,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.drafts = drafts;
        this.changes = changes;
        this.copied = copied;
        this.access = access;
        this.clock = clock;
    }

    /** What fits, courses before what is in them; at most four queries. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public LibraryPage find(LibraryFilter filter, PageRequest page) {
        Set<UUID> offered = rows.offered();
        List<LibraryItem> open = open(offered).toList();
        List<LibraryItem> found =
                open.stream().filter(item -> fits(item, filter)).toList();
        TreeMap<String, String> skills = new TreeMap<>();
        open.forEach(item -> about(item).skills().forEach(skill -> skills.putIfAbsent(skill.key(), skill.title())));
        return new LibraryPage(
                found.stream().skip(page.offset()).limit(page.limit()).toList(),
                found.size(),
                sorted(open, LibraryItem::kind),
                skills,
                sorted(open, item -> about(item).language()),
                sorted(open, item -> about(item).licence()));
    }

    /** The units that fit, by the titles of their courses; at most four queries. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public List<LibraryItem> units(String words, PageRequest page) {
        LibraryFilter filter = new LibraryFilter(words, "", "", "", "");
        return open(rows.offered())
                .filter(item -> item.unit().isPresent() && fits(item, filter))
                .skip(page.offset())
                .limit(page.limit())
                .toList();
    }

    /** The skills that published courses name, each key once, by title; at most three queries. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public List<CourseSkill> skills() {
        TreeMap<String, CourseSkill> skills = new TreeMap<>();
        versions.latest(rows.published()).values().stream()
                .sorted(Comparator.comparing(course -> course.course().value()))
                .flatMap(course -> course.manifest().metadata().skills().stream())
                .forEach(skill -> skills.putIfAbsent(skill.key(), skill));
        return skills.values().stream()
                .sorted(Comparator.comparing(CourseSkill::title))
                .toList();
    }

    private Stream<LibraryItem> open(Set<UUID> offered) {
        return versions.latest(rows.published()).values().stream()
                .sorted(Comparator.comparing((CourseVersion course) ->
                                course.manifest().metadata().title())
                        .thenComparing(course -> course.id().value()))
                .flatMap(course -> items(course, offered));
    }

    private Stream<LibraryItem> items(CourseVersion course, Set<UUID> offered) {
        boolean own = isOwn(course);
        if (!own && !Adaptation.under(course.manifest().metadata().licence()).allowed()) {
            return Stream.empty();
        }
        boolean whole = own || offered.contains(course.course().value());
        return Stream.concat(
                Stream.of(new LibraryItem(course, Optional.empty())),
                course.manifest().units().stream()
                        .filter(unit -> whole || UnitTexts.isRead(unit.kind()))
                        .map(unit -> new LibraryItem(course, Optional.of(unit))));
    }

    private boolean isOwn(CourseVersion course) {
        return access.mayFor(CoursesPermissions.EDIT, course.partner().value());
    }

    private static CourseMetadata about(LibraryItem item) {
        return item.course().manifest().metadata();
    }

    private static List<String> sorted(List<LibraryItem> items, Function<LibraryItem, String> of) {
        return items.stream()
                .map(of)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean fits(LibraryItem item, LibraryFilter filter) {
        CourseMetadata about = about(item);
        String words = (item.title() + " " + about.title()).toLowerCase(Locale.ROOT);
        return Stream.of(filter.text().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                        .allMatch(words::contains)
                && (filter.kind().isEmpty() || filter.kind().equals(item.kind()))
                && (filter.language().isEmpty() || filter.language().equals(about.language()))
                && (filter.licence().isEmpty() || filter.licence().equals(about.licence()))
                && (filter.skill().isEmpty()
                        || about.skills().stream().anyMatch(skill -> skill.key().equals(filter.skill())));
    }

    /** Something of the library, for those who want to take it; empty when it is not there for them. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public Optional<LibraryItem> find(CourseId course, String unitKey) {
        return versions.latest(course)
                .flatMap(version -> items(version, rows.offered())
                        .filter(item -> item.unit()
                                .filter(unit -> unit.key().equals(unitKey))
                                .isPresent())
                        .findFirst());
    }

    /**
     * Puts a copy of a unit at the end of a section of a draft, with the files that it needs.
     *
     * @param course whose draft it is
     * @param revision of the draft that was looked at
     * @param section key of it
     * @return the key of the unit in the draft
     * @throws RuleViolation when the unit is not there to be taken, its licence wants another one of the course, there is no
     *     such section, or somebody else changed the draft meanwhile
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public String insert(CourseId course, int revision, String section, CourseId source, String unitKey) {
        LibraryItem item = find(source, unitKey).orElseThrow(() -> new RuleViolation("courses.library.gone"));
        Draft draft = drafts.find(course).orElseThrow(() -> new RuleViolation("courses.draft.none"));
        CourseManifest now = draft.manifest();
        String licence = about(item).licence();
        if (!isOwnOf(item, draft)
                && Adaptation.under(licence) == Adaptation.ALIKE
                && !licence.equals(now.metadata().licence())) {
            throw new RuleViolation("courses.library.licence", licence);
        }
        if (now.sections().stream().noneMatch(found -> found.key().equals(section))) {
            throw new RuleViolation("courses.library.section");
        }
        CourseUnit unit = item.unit().orElseThrow();
        String key = freeKey(now, unit.key());
        String folder = CopiedFiles.folder(now, item.course());
        Map<String, CourseFile> files = new HashMap<>(now.files());
        copied.needed(item.course().manifest(), unit)
                .forEach(file -> files.put(folder + file.path(), CopiedFiles.at(folder, file)));
        CourseUnit copy = new CourseUnit(
                key,
                unit.title(),
                unit.kind(),
                folder + unit.file(),
                unit.minutes(),
                false,
                unit.required(),
                unit.exercise(),
                null,
                unit.questions(),
                List.of());
        List<CourseSection> sections = now.sections().stream()
                .map(found -> found.key().equals(section) ? with(found, copy) : found)
                .toList();
        changes.replace(course, revision, new CourseManifest(now.metadata(), sections, files), List.of());
        rows.borrowed(course, key, item.course().id(), unit.key(), clock.instant());
        return key;
    }

    private static boolean isOwnOf(LibraryItem item, Draft draft) {
        return item.course().partner().equals(draft.course().partner());
    }

    private static String freeKey(CourseManifest course, String wanted) {
        String key = wanted;
        for (int i = 2; course.unit(key).isPresent(); i++) {
            String number = "-" + i;
            key = wanted.substring(0, Math.min(wanted.length(), 64 - number.length())) + number;
        }
        return key;
    }

    private static CourseSection with(CourseSection section, CourseUnit unit) {
        return new CourseSection(
                section.key(),
                section.title(),
                section.summary(),
                Stream.concat(section.units().stream(), Stream.of(unit)).toList());
    }

    /** Which units of a draft came from where; two queries. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public List<Borrowed> borrowed(CourseId course) {
        return rows.borrowed(course).entrySet().stream()
                .flatMap(
                        one -> versions.find(one.getValue()).map(source -> new Borrowed(one.getKey(), source)).stream())
                .toList();
    }

    /**
     * A unit that was put into a draft.
     *
     * @param unit its key in the draft
     * @param source the version from which it came
     */
    public record Borrowed(String unit, CourseVersion source) {}
}

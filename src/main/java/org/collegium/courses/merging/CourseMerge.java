package org.collegium.courses.merging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Merges two courses that come from a third. The same courses with the same decisions give the same result, so that a
 * merge is kept by its decisions alone.
 */
public final class CourseMerge {

    private static final int LONGEST_SHOWN = 20_000;

    private final CourseManifest base;
    private final CourseManifest ours;
    private final CourseManifest theirs;
    private final Function<CourseFile, byte[]> contents;
    private final Settling settling;

    private final Map<String, CourseFile> files = new HashMap<>();
    private final Map<String, SourceFile> made = new LinkedHashMap<>();

    /** What neither side has, by its hash. */
    private final Map<String, SourceFile> fresh = new HashMap<>();

    /**
     * @param contents of the files of all three
     * @param decisions by the id of the conflict; those that fit none do nothing
     */
    public CourseMerge(
            CourseManifest base,
            CourseManifest ours,
            CourseManifest theirs,
            Function<CourseFile, byte[]> contents,
            Map<String, Decision> decisions) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
        this.contents = contents;
        settling = new Settling(decisions);
    }

    /**
     * What comes out.
     *
     * @param course with our side where nobody has decided yet
     * @param made files whose content is neither side's, by path
     * @param conflicts all, also those that are decided, in the order of the course
     */
    public record Result(CourseManifest course, Map<String, SourceFile> made, List<Conflict> conflicts) {

        /** Whether nobody has to choose any more. */
        public boolean settled() {
            return conflicts.stream().noneMatch(Conflict::open);
        }
    }

    /** Merges. */
    public Result merge() {
        var details = new DetailsMerge(settling, base.metadata(), ours.metadata(), theirs.metadata()).merged();
        List<CourseSection> sections =
                new OutlineMerge(settling, base, ours, theirs, file -> shown(Optional.of(file))).merged();
        CourseManifest outline = new CourseManifest(details, sections, Map.of());
        outline.units().forEach(this::unitFile);
        otherPaths().forEach(this::otherFile);
        return new Result(new CourseManifest(details, placed(sections), files), made, settling.conflicts());
    }

    /** Paths that a unit took because another file has the one it had. */
    private final Map<String, String> renamed = new HashMap<>();

    private List<CourseSection> placed(List<CourseSection> sections) {
        return renamed.isEmpty()
                ? sections
                : sections.stream()
                        .map(section -> new CourseSection(
                                section.key(), section.title(), section.summary(), placedUnits(section.units())))
                        .toList();
    }

    private List<CourseUnit> placedUnits(List<CourseUnit> units) {
        return units.stream()
                .map(unit -> new CourseUnit(
                        unit.key(),
                        unit.title(),
                        unit.kind(),
                        renamed.getOrDefault(unit.key(), unit.file()),
                        unit.minutes(),
                        unit.sample(),
                        unit.required(),
                        unit.exercise(),
                        unit.solutionOf(),
                        unit.questions(),
                        placedUnits(unit.units())))
                .toList();
    }

    private void unitFile(CourseUnit unit) {
        Optional<CourseFile> was = fileOf(base, unit);
        Optional<CourseFile> mine = fileOf(ours, unit);
        Optional<CourseFile> other = fileOf(theirs, unit);
        CourseFile merged = mine.isPresent() && other.isPresent()
                ? file(unit.key(), unit.file(), was, mine.get(), other.get())
                : mine.or(() -> other).orElse(null);
        if (merged == null) {
            return;
        }
        CourseFile there = files.get(unit.file());
        if (there == null || there.sha256().equals(merged.sha256())) {
            put(unit.file(), merged);
        } else {
            String path = free(unit.file());
            renamed.put(unit.key(), path);
            put(path, merged);
        }
    }

    /** A path like this one that nobody has. */
    private String free(String path) {
        int dot = path.lastIndexOf('.');
        String stem = dot < 0 ? path : path.substring(0, dot);
        String ending = dot < 0 ? "" : path.substring(dot);
        return Stream.iterate(2, number -> number + 1)
                .map(number -> stem + "-" + number + ending)
                .filter(name -> !files.containsKey(name)
                        && Stream.of(base, ours, theirs)
                                .noneMatch(course -> course.files().containsKey(name)))
                .findFirst()
                .orElseThrow();
    }

    private void put(String path, CourseFile file) {
        SourceFile content = fresh.get(file.sha256());
        if (content != null) {
            made.put(path, content.at(path));
        }
        files.put(path, new CourseFile(path, file.sha256(), file.size(), file.mediaType()));
    }

    private static Optional<CourseFile> fileOf(CourseManifest course, CourseUnit unit) {
        return course.unit(unit.key())
                .filter(found -> found.kind().equals(unit.kind()))
                .flatMap(course::file);
    }

    /** Of files that no unit of the result has, and that are no unit's on a side of which they come. */
    private Set<String> otherPaths() {
        Set<String> loose = new LinkedHashSet<>(loosePaths(ours));
        loose.addAll(loosePaths(theirs));
        Set<String> paths = new LinkedHashSet<>(loose);
        paths.addAll(loosePaths(base));
        for (CourseManifest course : List.of(ours, theirs, base)) {
            course.units().stream()
                    .map(CourseUnit::file)
                    .filter(file -> !loose.contains(file))
                    .forEach(paths::remove);
        }
        paths.removeAll(files.keySet());
        return paths;
    }

    private static Set<String> loosePaths(CourseManifest course) {
        Set<String> paths = new LinkedHashSet<>(course.files().keySet());
        course.units().forEach(unit -> paths.remove(unit.file()));
        return paths;
    }

    private void otherFile(String path) {
        Optional<CourseFile> was = Optional.ofNullable(base.files().get(path));
        Optional<CourseFile> mine = Optional.ofNullable(ours.files().get(path));
        Optional<CourseFile> other = Optional.ofNullable(theirs.files().get(path));
        ThreeWay.pick(was, mine, other)
                .orElseGet(() -> mine.isPresent() && other.isPresent()
                        ? Optional.of(file("", path, was, mine.get(), other.get()))
                        : settling.choice(new Where(Where.Kind.FILE, "", path, ""), was, mine, other, this::shown))
                .ifPresent(file -> put(path, file));
    }

    private CourseFile file(String unit, String path, Optional<CourseFile> was, CourseFile mine, CourseFile other) {
        Optional<String> same = ThreeWay.pick(was.map(CourseFile::sha256).orElse(""), mine.sha256(), other.sha256());
        if (same.isPresent()) {
            return same.get().equals(mine.sha256()) ? mine : other;
        }
        Where where = Where.text(unit, path);
        Optional<String> before = was.isEmpty() ? Optional.of("") : text(was.get());
        Optional<String> here = text(mine);
        Optional<String> there = text(other);
        if (before.isEmpty() || here.isEmpty() || there.isEmpty() || !isMerged(path)) {
            Optional<CourseFile> chosen = settling.choice(
                    where.as(Where.Kind.FILE, ""), was, Optional.of(mine), Optional.of(other), this::shown);
            return chosen.orElse(mine);
        }
        SourceFile merged = SourceFile.of(path, merged(where, path, before.get(), here.get(), there.get()));
        return Stream.of(mine, other)
                .filter(file -> file.sha256().equals(merged.sha256()))
                .findFirst()
                .orElseGet(() -> {
                    fresh.put(merged.sha256(), merged);
                    return new CourseFile(path, merged.sha256(), merged.size(), mine.mediaType());
                });
    }

    private static boolean isMerged(String path) {
        return Stream.of(".md", ".yaml", ".yml", ".ipynb", ".py").anyMatch(path::endsWith);
    }

    private String merged(Where where, String path, String before, String here, String there) {
        if (path.endsWith(".md")) {
            return new ProseMerge(settling, where).merge(before, here, there);
        }
        if (path.endsWith(".ipynb")) {
            return new NotebookMerge(settling, where).merge(before, here, there);
        }
        return path.endsWith(".py")
                ? new ScriptMerge(settling, where).merge(before, here, there)
                : new YamlMerge(settling, where).merge(before, here, there);
    }

    private Optional<String> text(CourseFile file) {
        byte[] bytes = contents.apply(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\0') < 0 && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
                ? Optional.of(text)
                : Optional.empty();
    }

    private @Nullable String shown(Optional<CourseFile> file) {
        return file.map(found -> (found.size() <= LONGEST_SHOWN ? text(found) : Optional.<String>empty())
                        .orElseGet(() -> found.path() + " (" + found.size() + " B, "
                                + found.sha256().substring(0, 8) + ")"))
                .orElse(null);
    }
}

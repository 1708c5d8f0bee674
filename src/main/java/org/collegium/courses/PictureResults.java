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
import java.util.stream.Collectors;
import org.collegium.activity.FileReference.Use;
import org.collegium.courses.CourseCheckRows.CheckedContent;
import org.collegium.courses.CourseCheckRows.Row;
import org.collegium.courses.checks.CourseCheck;
import org.collegium.courses.checks.Finding;
import org.collegium.courses.checks.UnitContent;
import org.collegium.courses.checks.UnitResult;
import org.collegium.source.SourcePaths;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What looking at the pictures of a course gives; kept by content, as that of units is. They never block. */
@Component
class PictureResults {

    private static final int REMEMBERED = 10_000;
    private static final long LARGEST = 10L * 1024 * 1024;
    private static final Set<String> LOOKED_AT = Set.of("svg", "png", "jpg", "jpeg", "gif");
    private static final Set<String> UNSEEN = Set.of("webp", "avif");

    private final CourseCheckRows rows;
    private final CourseFiles files;
    private final ObjectProvider<CourseCheck> checks;
    private final Cache<CheckedContent, List<Finding>> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    PictureResults(CourseCheckRows rows, CourseFiles files, ObjectProvider<CourseCheck> checks) {
        this.rows = rows;
        this.files = files;
        this.checks = checks;
    }

    /** What was found in the pictures that units show, by path; at most one query. */
    Map<String, List<Finding>> of(CourseManifest draft, Map<String, Row> units) {
        Map<String, List<Finding>> byPath = new HashMap<>();
        Map<Boolean, List<CourseFile>> shown =
                shown(draft, units).stream().collect(Collectors.partitioningBy(PictureResults::isLookedAt));
        List<CourseFile> seen = shown.getOrDefault(true, List.of());
        Map<CheckedContent, List<Finding>> found = found(seen);
        seen.forEach(file -> byPath.put(file.path(), found.getOrDefault(key(file), List.of())));
        shown.getOrDefault(false, List.of()).forEach(file -> byPath.put(file.path(), List.of(Finding.UNSEEN_LETTERS)));
        return byPath;
    }

    /** The pictures that were not looked at yet; at most one query. */
    List<CourseFile> missing(CourseManifest draft, Map<String, Row> units) {
        List<CourseFile> shown =
                shown(draft, units).stream().filter(PictureResults::isLookedAt).toList();
        Map<CheckedContent, List<Finding>> found = found(shown);
        return shown.stream().filter(file -> !found.containsKey(key(file))).toList();
    }

    /** Looks at a picture and remembers what that gave, on every node. */
    void keep(CourseFile file, Instant now) {
        UnitContent content = new UnitContent(UnitContent.PICTURE, files.open(file), Locale.ROOT, Optional.empty());
        List<Finding> found = new ArrayList<>();
        checks.stream()
                .filter(check -> check.looksAt(UnitContent.PICTURE))
                .forEach(check -> check.check(content, found::add));
        rows.keep(key(file), new UnitResult(found, List.of(), List.of()), now);
        known.put(key(file), List.copyOf(found));
    }

    private Map<CheckedContent, List<Finding>> found(List<CourseFile> shown) {
        Set<CheckedContent> missing = new HashSet<>();
        shown.forEach(file -> missing.add(key(file)));
        Map<CheckedContent, List<Finding>> found = new HashMap<>(known.getAllPresent(missing));
        missing.removeAll(found.keySet());
        rows.of(missing).forEach((key, row) -> {
            found.put(key, row.result().findings());
            known.put(key, row.result().findings());
        });
        return found;
    }

    private static List<CourseFile> shown(CourseManifest draft, Map<String, Row> units) {
        Map<String, CourseFile> shown = new HashMap<>();
        for (CourseUnit unit : draft.units()) {
            Row row = units.get(unit.key());
            if (row != null) {
                row.result().references().stream()
                        .filter(target -> target.use() == Use.PICTURE)
                        .flatMap(target -> CourseFindings.path(unit, target).stream())
                        .flatMap(path -> Optional.ofNullable(draft.files().get(path)).stream())
                        .filter(file -> isOfAKind(LOOKED_AT, file) || isOfAKind(UNSEEN, file))
                        .forEach(file -> shown.put(file.path(), file));
            }
        }
        return List.copyOf(shown.values());
    }

    private static boolean isOfAKind(Set<String> kinds, CourseFile file) {
        return kinds.contains(SourcePaths.extension(file.path()));
    }

    /** Of other pictures it is said that nobody looked. */
    private static boolean isLookedAt(CourseFile file) {
        return isOfAKind(LOOKED_AT, file) && file.size() <= LARGEST;
    }

    private static CheckedContent key(CourseFile file) {
        return new CheckedContent(file.sha256(), UnitContent.PICTURE, "");
    }
}

package org.collegium.courses.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.merging.ModelEdits.Edit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Merges of courses that were changed by chance: what a careful person would merge without a question, and what not. */
@NullUnmarked
@Tag("unit")
class MergeCorpusTest {

    private static final int CASES = 300;
    private static final int NAMESAKES = 20;
    private static final Pattern TOKEN = Pattern.compile("\\bt\\d+x");

    private final Map<String, byte[]> contents = new HashMap<>();

    private record Case(long seed, ModelCourse base, List<Edit> ours, List<Edit> theirs) {

        boolean independent() {
            return ours.stream().allMatch(mine -> theirs.stream().allMatch(mine::isIndependentOf));
        }

        static ModelCourse with(ModelCourse base, List<Edit> edits) {
            ModelCourse changed = base;
            for (Edit edit : edits) {
                changed = edit.on(changed);
            }
            return changed;
        }

        String names() {
            return seed + " " + ours.stream().map(Edit::name).toList() + " "
                    + theirs.stream().map(Edit::name).toList();
        }
    }

    private static Case made(long seed) {
        ModelEdits edits = new ModelEdits(seed);
        ModelCourse base = edits.course();
        int most = 1 + (int) (seed % 3);
        return new Case(seed, base, some(edits::edit, base, most), some(edits::edit, base, most));
    }

    /** Where both sides often change the same, or add at the same place. */
    private static Case crowded(long seed) {
        ModelEdits edits = new ModelEdits(seed);
        ModelCourse base = edits.crowded();
        int most = 1 + (int) (seed % 3);
        return new Case(seed, base, some(edits::near, base, most), some(edits::near, base, most));
    }

    /** Both sides add a lesson, in files of the same name. */
    private static Case namesakes(long seed) {
        ModelEdits edits = new ModelEdits(seed);
        ModelCourse base = edits.crowded();
        return new Case(seed, base, List.of(edits.namesake(base)), List.of(edits.namesake(base)));
    }

    private static Stream<Case> all() {
        return Stream.concat(
                LongStream.range(0, CASES).boxed().flatMap(seed -> Stream.of(made(seed), crowded(seed))),
                LongStream.range(0, NAMESAKES).mapToObj(MergeCorpusTest::namesakes));
    }

    /** Changes of one side do not meet, so that they can be made one after another. */
    private static List<Edit> some(Function<ModelCourse, Edit> edits, ModelCourse base, int most) {
        List<Edit> some = new ArrayList<>();
        while (some.size() < most) {
            Edit next = edits.apply(base);
            if (some.stream().allMatch(next::isIndependentOf)) {
                some.add(next);
            }
        }
        return some;
    }

    private CourseMerge.Result merge(CourseManifest base, CourseManifest ours, CourseManifest theirs) {
        return new CourseMerge(base, ours, theirs, file -> contents.get(file.sha256()), Map.of()).merge();
    }

    private CourseMerge.Result merge(Case made) {
        return merge(
                made.base().write(contents),
                Case.with(made.base(), made.ours()).write(contents),
                Case.with(made.base(), made.theirs()).write(contents));
    }

    @Test
    void whatIsIndependentIsMergedWithoutAQuestionAndAsExpected() {
        int independent = 0;
        List<String> asked = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (long seed = 0; seed < CASES; seed++) {
            Case made = made(seed);
            if (!made.independent()) {
                continue;
            }
            independent++;
            CourseMerge.Result result = merge(made);
            List<Edit> all = new ArrayList<>(made.ours());
            all.addAll(made.theirs());
            CourseManifest expected = Case.with(made.base(), all).write(contents);
            if (!result.conflicts().isEmpty()) {
                asked.add(made.names() + " " + result.conflicts().getFirst());
            } else if (!shown(expected).equals(shown(result))) {
                other.add(made.names());
            }
        }
        System.out.printf(
                "Merge corpus: %d independent cases of %d, %d merged without a question, %d of these otherwise than expected%n",
                independent, CASES, independent - asked.size(), other.size());
        assertThat(independent).isGreaterThan(250);
        assertThat(asked).as("asked for").hasSizeLessThanOrEqualTo(independent / 20);
        assertThat(other).as("merged otherwise than expected").hasSizeLessThanOrEqualTo(independent / 100);
    }

    @Test
    void noEditIsLost() {
        int conflicts = 0;
        int added = 0;
        for (Case made : all().toList()) {
            CourseManifest base = made.base().write(contents);
            CourseManifest ours = Case.with(made.base(), made.ours()).write(contents);
            CourseManifest theirs = Case.with(made.base(), made.theirs()).write(contents);
            CourseMerge.Result result = merge(base, ours, theirs);
            conflicts += result.conflicts().size();
            added += (int) result.conflicts().stream()
                    .filter(conflict -> conflict.base().orElse("").isEmpty())
                    .count();
            Set<String> was = tokens(base);
            Set<String> asked = result.conflicts().stream()
                    .flatMap(conflict -> Stream.of(conflict.base(), conflict.ours(), conflict.theirs()))
                    .flatMap(text -> text.stream())
                    .flatMap(text -> TOKEN.matcher(text).results().map(found -> found.group()))
                    .collect(Collectors.toSet());
            Set<String> got = tokens(result);
            Set<String> come = union(minus(tokens(ours), was), minus(tokens(theirs), was));
            assertThat(minus(come, union(got, asked)))
                    .as("lost in %s", made.names())
                    .isEmpty();
            Set<String> gone = union(minus(was, tokens(ours)), minus(was, tokens(theirs)));
            assertThat(minus(intersection(gone, got), asked))
                    .as("back again in %s", made.names())
                    .isEmpty();
            Set<String> stayed = intersection(intersection(was, tokens(ours)), tokens(theirs));
            assertThat(minus(stayed, union(got, asked)))
                    .as("lost though nobody touched it, %s", made.names())
                    .isEmpty();
        }
        System.out.printf("Merge corpus: %d conflicts, %d of them where both added%n", conflicts, added);
        assertThat(conflicts).as("cases with conflicts are among them").isGreaterThan(80);
        assertThat(added).as("of these where both added at the same place").isGreaterThan(5);
    }

    @Test
    void theLawsOfMergingHold() {
        for (Case made : all().toList()) {
            CourseManifest base = made.base().write(contents);
            CourseManifest ours = Case.with(made.base(), made.ours()).write(contents);
            CourseManifest theirs = Case.with(made.base(), made.theirs()).write(contents);
            for (CourseMerge.Result same :
                    List.of(merge(base, ours, base), merge(base, base, ours), merge(base, ours, ours))) {
                assertThat(same.conflicts()).isEmpty();
                assertThat(same.course()).as(made.names()).isEqualTo(ours);
            }
            CourseMerge.Result one = merge(base, ours, theirs);
            CourseMerge.Result other = merge(base, theirs, ours);
            assertThat(other.conflicts()).as(made.names()).hasSameSizeAs(one.conflicts());
            if (one.conflicts().isEmpty()) {
                // Of two that want the same file, either may be the second.
                assertThat(words(other))
                        .as(made.names())
                        .containsOnlyKeys(words(one).keySet());
                assertThat(words(other).values())
                        .as(made.names())
                        .containsExactlyInAnyOrderElementsOf(words(one).values());
            }
        }
    }

    @Test
    void whatIsDecidedIsThereAndNothingIsAskedAgain() {
        int decided = 0;
        for (Case made : all().toList()) {
            CourseManifest base = made.base().write(contents);
            CourseManifest ours = Case.with(made.base(), made.ours()).write(contents);
            CourseManifest theirs = Case.with(made.base(), made.theirs()).write(contents);
            List<Conflict> conflicts = merge(base, ours, theirs).conflicts();
            if (conflicts.isEmpty()) {
                continue;
            }
            decided++;
            Set<String> was = tokens(base);
            Map<String, Decision> asOurs = decisions(conflicts, any -> new Decision.Ours());
            Map<String, Decision> asTheirs = decisions(conflicts, any -> new Decision.Theirs());
            Map<String, Decision> asBoth =
                    decisions(conflicts, any -> any.both().isPresent() ? new Decision.Both() : new Decision.Theirs());
            assertThat(minus(minus(tokens(ours), was), tokens(settled(base, ours, theirs, asOurs))))
                    .as("ours was chosen in %s", made.names())
                    .isEmpty();
            assertThat(minus(minus(tokens(theirs), was), tokens(settled(base, ours, theirs, asTheirs))))
                    .as("theirs was chosen in %s", made.names())
                    .isEmpty();
            Set<String> both = conflicts.stream()
                    .flatMap(conflict -> conflict.both().stream())
                    .flatMap(text -> TOKEN.matcher(text).results().map(found -> found.group()))
                    .collect(Collectors.toSet());
            assertThat(minus(both, tokens(settled(base, ours, theirs, asBoth))))
                    .as("both were chosen in %s", made.names())
                    .isEmpty();
        }
        assertThat(decided).isGreaterThan(60);
    }

    private CourseMerge.Result settled(
            CourseManifest base, CourseManifest ours, CourseManifest theirs, Map<String, Decision> decisions) {
        CourseMerge.Result result =
                new CourseMerge(base, ours, theirs, file -> contents.get(file.sha256()), decisions).merge();
        assertThat(result.settled()).as(result.conflicts().toString()).isTrue();
        return result;
    }

    private static Map<String, Decision> decisions(List<Conflict> conflicts, Function<Conflict, Decision> of) {
        return conflicts.stream().collect(Collectors.toMap(Conflict::id, of));
    }

    private Map<String, String> shown(CourseManifest course) {
        Map<String, String> shown = new TreeMap<>();
        shown.put("", course.metadata().toString() + course.sections());
        course.files().values().forEach(file -> shown.put(file.path(), text(file)));
        return shown;
    }

    private Map<String, String> shown(CourseMerge.Result result) {
        result.made().values().forEach(file -> contents.put(file.sha256(), file.bytes()));
        return shown(result.course());
    }

    private String text(CourseFile file) {
        return new String(contents.get(file.sha256()), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    private Map<String, List<String>> words(CourseMerge.Result result) {
        Map<String, List<String>> words = new TreeMap<>();
        shown(result)
                .forEach((path, text) -> words.put(
                        path,
                        Arrays.stream(text.split("[^\\p{L}\\p{N}]+")).sorted().toList()));
        return words;
    }

    private Set<String> tokens(CourseManifest course) {
        return shown(course).values().stream()
                .flatMap(text -> TOKEN.matcher(text).results().map(found -> found.group()))
                .collect(Collectors.toSet());
    }

    private Set<String> tokens(CourseMerge.Result result) {
        shown(result);
        return tokens(result.course());
    }

    private static Set<String> minus(Set<String> one, Set<String> other) {
        Set<String> rest = new HashSet<>(one);
        rest.removeAll(other);
        return rest;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Set<String> intersection(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }
}

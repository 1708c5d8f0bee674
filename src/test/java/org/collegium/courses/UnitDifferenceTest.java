package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class UnitDifferenceTest {

    @Test
    void whatStaysInItsOrderIsNotNamed() {
        assertThat(between(course("a b", "c"), course("a b", "c"))).isEmpty();
    }

    @Test
    void whatCameAndWhatIsGoneStandWhereTheyBelong() {
        assertThat(between(course("a b c"), course("new a c"))).containsExactly("new added", "b removed");
    }

    @Test
    void onlyWhatWasTakenElsewhereIsMoved() {
        assertThat(between(course("a b c d"), course("d a b c"))).containsExactly("d moved");
        assertThat(between(course("a b", "c"), course("a", "b c"))).containsExactly("b moved");
    }

    @Test
    void anotherContentAndAnotherTitleAreToldApart() {
        CourseManifest before = course("a b");
        CourseManifest after = course("a! b?");

        assertThat(between(before, after)).containsExactly("a content", "b rules");
    }

    @Test
    void whatLiesInAFolderOfItsOwnBelongsToAUnitAndWhatLiesInOneOfSeveralDoesNot() {
        CourseManifest before = inFolders("1");
        CourseManifest after = inFolders("2");

        assertThat(between(before, after)).containsExactly("lab content");
        assertThat(VersionDifference.between(before, after).changed())
                .extracting(CourseUnit::key)
                .containsExactly("lab");
    }

    /** A lab with a notebook beside it, and two lessons with a picture beside them, which have this content. */
    private static CourseManifest inFolders(String content) {
        Map<String, CourseFile> files = new HashMap<>();
        for (String path : List.of("labs/one/lab.yaml", "lessons/a.md", "lessons/b.md")) {
            files.put(path, new CourseFile(path, "same", 1, "text/plain"));
        }
        for (String path : List.of("labs/one/lab.ipynb", "lessons/picture.svg")) {
            files.put(path, new CourseFile(path, content, 1, "text/plain"));
        }
        List<CourseUnit> units = List.of(
                at("lab", "lab", "labs/one/lab.yaml"),
                at("a", "lesson", "lessons/a.md"),
                at("b", "lesson", "lessons/b.md"));
        return new CourseManifest(
                CoursesFixtures.metadata("course"), List.of(new CourseSection("s", "s", null, units)), files);
    }

    private static CourseUnit at(String key, String kind, String file) {
        return new CourseUnit(key, "Title", kind, file, 5, false, true, false, null, 0, List.of());
    }

    private static List<String> between(CourseManifest older, CourseManifest newer) {
        return UnitDifference.between(older, newer).stream()
                .map(found -> found.unit().key()
                        + (found.before().isEmpty() ? " added" : "")
                        + (found.after().isEmpty() ? " removed" : "")
                        + (found.moved() ? " moved" : "")
                        + (found.content() ? " content" : "")
                        + (found.rules() ? " rules" : ""))
                .toList();
    }

    /** Sections with the keys of their units; {@code !} is another content, {@code ?} another title. */
    private static CourseManifest course(String... sections) {
        List<CourseSection> outline = Arrays.stream(sections)
                .map(keys -> new CourseSection(
                        "s" + Arrays.asList(sections).indexOf(keys),
                        keys,
                        null,
                        Arrays.stream(keys.split(" "))
                                .map(UnitDifferenceTest::unit)
                                .toList()))
                .toList();
        Map<String, CourseFile> files = Arrays.stream(String.join(" ", sections).split(" "))
                .map(word -> new CourseFile(key(word) + ".md", word.endsWith("!") ? "2" : "1", 1, "text/markdown"))
                .collect(Collectors.toMap(CourseFile::path, file -> file));
        return new CourseManifest(CoursesFixtures.metadata("course"), outline, files);
    }

    private static CourseUnit unit(String word) {
        String title = word.endsWith("?") ? "Other" : "Title";
        return new CourseUnit(key(word), title, "lesson", key(word) + ".md", 5, false, true, false, null, 0, List.of());
    }

    private static String key(String word) {
        return word.replaceAll("[!?]", "");
    }
}

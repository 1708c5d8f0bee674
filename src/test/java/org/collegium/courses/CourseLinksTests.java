package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.content.LinkTarget;
import org.collegium.content.Reference;
import org.collegium.content.Reference.Kind;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CourseLinksTests {

    private static final String HASH = "a".repeat(64);

    private final CourseManifest manifest = manifest();
    private final CourseLinks links = new CourseLinks(
            manifest,
            "lessons/first.md",
            unit -> unit.key().equals("closed") ? Optional.empty() : Optional.of("/at/" + unit.key()));

    @Test
    void aLinkToTheFileOfAUnitLeadsToTheUnit() {
        assertThat(resolve("second.md", Kind.LINK)).contains(new LinkTarget("/at/second", "Second", false));
        assertThat(resolve("../notebooks/third.py", Kind.LINK))
                .map(LinkTarget::url)
                .contains("/at/third");
    }

    @Test
    void aLinkToAUnitMayLackTheExtension() {
        assertThat(resolve("second", Kind.DOC)).map(LinkTarget::url).contains("/at/second");
        assertThat(resolve("/notebooks/third", Kind.LINK)).map(LinkTarget::url).contains("/at/third");
    }

    @Test
    void aUnitThatOneCannotGoToIsNoLink() {
        assertThat(resolve("closed.md", Kind.LINK)).isEmpty();
    }

    @Test
    void aPictureIsShownAndADataFileSaved() {
        assertThat(resolve("../assets/a%20tree.svg", Kind.IMAGE))
                .contains(new LinkTarget("/content/" + HASH + "/a%20tree.svg", "", false));
        assertThat(resolve("../assets/data.csv", Kind.LINK))
                .contains(new LinkTarget("/content/" + HASH + "/data.csv", "", true));
    }

    @Test
    void nothingLeadsOutOfTheCourse() {
        assertThat(resolve("../../etc/passwd", Kind.LINK)).isEmpty();
        assertThat(resolve("https://elsewhere.example/picture.png", Kind.IMAGE)).isEmpty();
        assertThat(resolve("missing.md", Kind.LINK)).isEmpty();
    }

    @Test
    void aTableOfContentsListsTheNeighboursOfAUnitWithoutNestedOnes() {
        assertThat(links.contents()).extracting(LinkTarget::title).containsExactly("Second", "Third");
    }

    private Optional<LinkTarget> resolve(String destination, Kind kind) {
        return links.resolve(new Reference(destination, 1, 1, kind));
    }

    private static CourseManifest manifest() {
        List<CourseUnit> units = List.of(
                unit("first", "First", "lessons/first.md"),
                unit("second", "Second", "lessons/second.md"),
                unit("third", "Third", "notebooks/third.py"),
                unit("closed", "Closed", "lessons/closed.md"));
        Map<String, CourseFile> files = Stream.concat(
                        units.stream().map(CourseUnit::file), Stream.of("assets/a tree.svg", "assets/data.csv"))
                .collect(Collectors.toMap(
                        path -> path,
                        path -> new CourseFile(path, HASH, 1, path.endsWith("svg") ? "image/svg+xml" : "text/csv")));
        CourseMetadata metadata = new CourseMetadata(
                "links",
                "Links",
                "",
                "",
                List.of(),
                "partner",
                List.of(),
                "en",
                null,
                CourseLevel.ADVANCED,
                List.of(),
                1,
                List.of(),
                List.of(),
                "CC0-1.0",
                null,
                null,
                null);
        return new CourseManifest(metadata, List.of(new CourseSection("only", "Only", null, units)), files);
    }

    private static CourseUnit unit(String key, String title, String file) {
        return new CourseUnit(key, title, "lesson", file, 1, false, true, false, null, 0, List.of());
    }
}

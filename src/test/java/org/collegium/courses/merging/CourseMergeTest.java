package org.collegium.courses.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What neither side may lose when two courses become one. */
@Tag("unit")
class CourseMergeTest {

    private static final String CODE = """
            {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "execution_count": 1, "outputs": [],
              "source": ["x = 1\\n", "y = 2\\n", "z = 3\\n"]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """;

    private final Map<String, String> contents = new HashMap<>();

    @Test
    void twoUnitsThatEachSideRenamedToTheSameKeepTheirMergedTexts() {
        CourseManifest base = course(unit("a", "a.md"), "One.\n\nTwo.", unit("b", "b.md"), "Three.\n\nFour.");
        CourseManifest ours = course(unit("a", "x.md"), "One!\n\nTwo.", unit("b", "b.md"), "Three!\n\nFour.");
        CourseManifest theirs = course(unit("a", "a.md"), "One.\n\nTwo!", unit("b", "x.md"), "Three.\n\nFour!");

        CourseMerge.Result merged = merge(base, ours, theirs);

        assertThat(merged.conflicts()).isEmpty();
        assertThat(text(merged, "a")).isEqualTo("One!\n\nTwo!");
        assertThat(text(merged, "b")).isEqualTo("Three!\n\nFour!");
    }

    @Test
    void aFileThatIsNoUnitAnyMoreStaysForWhoLinksToIt() {
        CourseManifest base = course(unit("a", "a.md"), "One.", unit("b", "b.md"), "Three.");
        CourseManifest ours = course(unit("a", "a.md"), "One, as we say it.", unit("b", "b.md"), "Three.");
        CourseManifest theirs = new CourseManifest(
                base.metadata(),
                List.of(new CourseSection("all", "All", null, List.of(unit("a", "a.md")))),
                base.files());

        CourseMerge.Result merged = merge(base, ours, theirs);

        assertThat(merged.course().units()).extracting(CourseUnit::key).containsExactly("a");
        assertThat(merged.course().files()).containsOnlyKeys("a.md", "b.md");
    }

    @Test
    void authorsOfOneNameAreSeveral() {
        CourseManifest base = course(unit("a", "a.md"), "One.", unit("b", "b.md"), "Three.");
        CourseManifest ours = new CourseManifest(
                metadata(new CourseAuthor("Kim Lee", "Lecturer", null), new CourseAuthor("Kim Lee", "Tutor", null)),
                base.sections(),
                base.files());

        assertThat(merge(base, ours, base).course().metadata().authors()).hasSize(2);
    }

    @Test
    void aCellThatBecameTextHasNoOutputs() {
        String ours = CODE.replace("x = 1", "x = 10");
        String theirs = CODE.replace("\"code\"", "\"markdown\"")
                .replace(" \"execution_count\": 1, \"outputs\": [],", "")
                .replace("z = 3", "z = 30");

        JsonNode cell = cell(ours, theirs);

        assertThat(cell.path("cell_type").asString()).isEqualTo("markdown");
        assertThat(cell.propertyNames()).doesNotContain("outputs", "execution_count");
    }

    @Test
    void aPictureThatWasReplacedInACellComes() {
        String base = CODE.replace(
                "\"metadata\": {}, \"execution_count\"",
                "\"metadata\": {}, \"attachments\": {\"a.png\": \"old\"}, \"execution_count\"");
        String theirs = base.replace("old", "new");
        String ours = base.replace("\"nbformat_minor\": 5", "\"nbformat_minor\": 6");

        String merged =
                new NotebookMerge(new Settling(Map.of()), Where.text("lab", "lab.ipynb")).merge(base, ours, theirs);

        assertThat(merged).contains("\"new\"").doesNotContain("\"old\"");
    }

    private static JsonNode cell(String ours, String theirs) {
        String merged =
                new NotebookMerge(new Settling(Map.of()), Where.text("lab", "lab.ipynb")).merge(CODE, ours, theirs);
        return JsonMapper.shared().readTree(merged).path("cells").path(0);
    }

    private CourseMerge.Result merge(CourseManifest base, CourseManifest ours, CourseManifest theirs) {
        return new CourseMerge(
                        base,
                        ours,
                        theirs,
                        file -> Objects.requireNonNull(contents.get(file.sha256()))
                                .getBytes(StandardCharsets.UTF_8),
                        Map.of())
                .merge();
    }

    /** What is in the file of a unit of the result. */
    private static String text(CourseMerge.Result merged, String unit) {
        CourseUnit found = merged.course().unit(unit).orElseThrow();
        SourceFile made = Objects.requireNonNull(merged.made().get(found.file()));
        assertThat(merged.course().file(found).orElseThrow().sha256()).isEqualTo(made.sha256());
        return new String(made.bytes(), StandardCharsets.UTF_8).strip();
    }

    private CourseManifest course(CourseUnit first, String text, CourseUnit second, String other) {
        return new CourseManifest(
                metadata(new CourseAuthor("Ada Example", null, null)),
                List.of(new CourseSection("all", "All", null, List.of(first, second))),
                Map.of(first.file(), file(first.file(), text), second.file(), file(second.file(), other)));
    }

    private CourseFile file(String path, String text) {
        SourceFile file = SourceFile.of(path, text);
        contents.put(file.sha256(), text);
        return CourseFile.named(path, file.sha256(), file.size());
    }

    private static CourseUnit unit(String key, String file) {
        return new CourseUnit(key, key, "lesson", file, 5, false, true, false, null, 0, List.of());
    }

    private static CourseMetadata metadata(CourseAuthor... authors) {
        return new CourseMetadata(
                "key",
                "A course",
                "Says something.",
                "",
                List.of("Know something."),
                "partner",
                List.of(authors),
                "en",
                null,
                CourseLevel.INTRODUCTORY,
                List.of(),
                1,
                List.of(),
                List.of(),
                "CC-BY-4.0",
                null,
                null,
                null);
    }
}

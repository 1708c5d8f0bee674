package org.collegium.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.demonstration.RevisionStory.Derivation;
import org.collegium.demonstration.RevisionStory.Edit;
import org.collegium.demonstration.RevisionStory.Revision;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the story of courses after their first version names must be there, and be of use to show. */
@Tag("unit")
class DemoRevisionsTest {

    private static final Path COURSES = Path.of("demo", "courses");

    private final RevisionStory story;
    private final Map<String, String> origins;

    DemoRevisionsTest() throws IOException {
        try (DemonstrationFiles files = DemonstrationFiles.unpack()) {
            story = files.revisions();
        }
        origins = story.derivations().stream().collect(Collectors.toMap(Derivation::course, Derivation::from));
    }

    @Test
    void whatIsReplacedStandsOnceInItsUnit() throws IOException {
        for (Revision revision : story.revisions()) {
            Map<String, String> texts = texts(revision.course());
            for (Edit edit : revision.edited()) {
                String text = texts.get(edit.unit());
                assertThat(text).as("%s in %s", edit.unit(), revision.course()).isNotNull();
                assertThat(text.split(Pattern.quote(edit.from()), -1))
                        .as(edit.from())
                        .hasSize(2);
            }
            revision.moved().forEach(move -> assertThat(texts).containsKey(move.unit()));
        }
    }

    /** The same words changed by both are conflicts; other places of the same units merge. */
    @Test
    void aDerivedCourseChangesSomeOfTheSameAndSomeOther() {
        for (Derivation derivation : story.derivations()) {
            Set<String> theirs = changed(derivation.from());
            Set<String> own = changed(derivation.course());

            assertThat(own).filteredOn(theirs::contains).hasSizeGreaterThanOrEqualTo(2);
            assertThat(own).filteredOn(change -> !theirs.contains(change)).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    private Set<String> changed(String course) {
        return story.revisions().stream()
                .filter(revision -> revision.course().equals(course))
                .flatMap(revision -> revision.edited().stream())
                .map(edit -> edit.unit() + ": "
                        + edit.from().lines().findFirst().orElse("").substring(0, 10))
                .collect(Collectors.toSet());
    }

    private Map<String, String> texts(String course) throws IOException {
        Path folder = COURSES.resolve(origins.getOrDefault(course, course));
        Map<String, Object> manifest = map(new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(folder.resolve("course.yaml"))));
        Map<String, String> texts = new HashMap<>();
        for (Map<String, Object> section : list(manifest, "sections")) {
            for (Map<String, Object> unit : list(section, "units")) {
                String file = Stream.of("lesson", "quiz")
                        .filter(unit::containsKey)
                        .map(kind -> String.valueOf(unit.get(kind)))
                        .findFirst()
                        .orElseThrow();
                texts.put(String.valueOf(unit.get("key")), Files.readString(folder.resolve(file)));
            }
        }
        return texts;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> of, String name) {
        return (List<Map<String, Object>>) of.getOrDefault(name, List.of());
    }
}

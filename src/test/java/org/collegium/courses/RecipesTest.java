package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceTree;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe for an importer, followed to the letter: one class, and nothing else changes. */
@Tag("unit")
class RecipesTest {

    @TempDir
    private Path folder;

    @Test
    void anImporterIsOneClass() throws Exception {
        Files.writeString(folder.resolve("leaflet.txt"), "How ice grows\n\nSlowly, and from below.\n");
        CourseImports imports = new CourseImports(ImportFixtures.formats(), List.of(new LeafletImporter()));

        ImportOutcome outcome =
                imports.read(folder, ImportOptions.forPartner("north-lakes"), ImportWatch.NOBODY, found -> found);

        assertThat(outcome).withFailMessage(() -> outcome.report().text()).isInstanceOf(Accepted.class);
        Accepted accepted = (Accepted) outcome;
        assertThat(accepted.manifest().metadata().title()).isEqualTo("How ice grows");
        assertThat(accepted.manifest().units()).hasSize(1);
        assertThat(ImportFixtures.faults(outcome, "read-as")).hasSize(1);
    }

    /** Makes a course of one lesson from a text whose first line is its title. */
    private static final class LeafletImporter implements CourseImporter {

        @Override
        public String name() {
            return "Leaflet";
        }

        @Override
        public boolean recognises(SourceTree tree) {
            return tree.file("leaflet.txt").isPresent();
        }

        @Override
        public Optional<SourceTree> convert(SourceTree tree, FaultSink faults) {
            SourceFile leaflet = tree.file("leaflet.txt").orElseThrow();
            String text = new String(leaflet.bytes(), StandardCharsets.UTF_8);
            String title = text.lines().findFirst().orElse("");
            String course = """
                    format: collegium-course/1
                    key: leaflet
                    title: %1$s
                    summary: %1$s.
                    outcomes: [Say how it is.]
                    authors: [{ name: Aino Example }]
                    language: en
                    level: introductory
                    audience: [public]
                    licence: CC-BY-4.0
                    sections:
                      - key: all
                        title: All
                        units:
                          - key: leaflet
                            lesson: leaflet.md
                            sample: true
                    """.formatted(title);
            return Optional.of(tree.with(List.of(
                    SourceFile.of("course.yaml", course.getBytes(StandardCharsets.UTF_8)),
                    SourceFile.of("leaflet.md", ("# " + text).getBytes(StandardCharsets.UTF_8))
                            .madeFrom(place -> new Place("leaflet.txt", place.line(), place.column())))));
        }
    }
}

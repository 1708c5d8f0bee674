package org.collegium.courses.imports.carpentries;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.imports.CourseAbout;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceTree;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSource;
import tools.jackson.databind.JsonNode;

/** The {@code config.yaml} of a lesson. */
final class LessonConfiguration {

    static final String FILE = "config.yaml";

    private static final Set<String> USED =
            Set.of("title", "episodes", "learners", "profiles", "instructors", "license", "lang");
    private static final int LONGEST_NAME = 200;

    private final SourceTree tree;
    private final YamlDocument yaml;

    private LessonConfiguration(SourceTree tree, YamlDocument yaml) {
        this.tree = tree;
        this.yaml = yaml;
    }

    static Optional<LessonConfiguration> read(SourceTree tree, FaultSink faults) {
        return tree.file(FILE).flatMap(file -> YamlSource.read(file, faults)).map(yaml -> {
            List<String> unused = yaml.root().propertyNames().stream()
                    .filter(name -> !USED.contains(name))
                    .sorted()
                    .toList();
            if (!unused.isEmpty()) {
                faults.note(yaml.file().place(), "config-unused", String.join(", ", unused));
            }
            return new LessonConfiguration(tree, yaml);
        });
    }

    /** A page that the configuration names. */
    record Named(String file, Place at) {}

    /** The pages of a folder that are named, in their order; empty where none is. */
    List<Named> named(String folder) {
        JsonNode names = yaml.at("/" + folder);
        return java.util.stream.IntStream.range(0, names.isArray() ? names.size() : 0)
                .filter(i -> names.get(i).isString())
                .mapToObj(i -> new Named(folder + "/" + names.get(i).stringValue(), yaml.place("/" + folder + "/" + i)))
                .toList();
    }

    Place place() {
        return yaml.file().place();
    }

    CourseAbout.Said said(List<String> outcomes) {
        return new CourseAbout.Said(
                text("title"),
                "",
                outcomes,
                authors(),
                CourseAbout.language(text("lang")),
                Optional.of(text("license")).filter(licence -> !licence.isEmpty()),
                place(),
                place(),
                place());
    }

    private String text(String name) {
        return yaml.at("/" + name).asString("").strip().replaceAll("\\s+", " ");
    }

    /** The people that {@code CITATION.cff} names, else the lines of {@code AUTHORS}. */
    private List<String> authors() {
        List<String> cited = tree.file("CITATION.cff")
                .flatMap(file -> YamlSource.read(file, new FaultList()))
                .map(citation -> citation.at("/authors")
                        .valueStream()
                        .map(LessonConfiguration::name)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .orElse(List.of());
        return cited.isEmpty()
                ? tree.file("AUTHORS").map(LessonConfiguration::lines).orElse(List.of())
                : cited;
    }

    private static String name(JsonNode author) {
        String name = author.path("given-names").asString("") + " "
                + author.path("family-names").asString("");
        return name.isBlank() ? author.path("name").asString("").strip() : name.strip();
    }

    private static List<String> lines(SourceFile file) {
        return file.text(new FaultList()).stream()
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("^[-*] ", "")
                        .replaceFirst("[<(].*$", "")
                        .strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && line.length() <= LONGEST_NAME)
                .toList();
    }
}

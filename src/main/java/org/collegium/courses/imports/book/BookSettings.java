package org.collegium.courses.imports.book;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.collegium.courses.format.Globs;
import org.collegium.courses.imports.CourseAbout;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The {@code _config.yml} of a Jupyter Book: what of it says something about the course. */
final class BookSettings {

    private static final Set<String> USED = Set.of(
            "title",
            "author",
            "description",
            "exclude_patterns",
            "only_build_toc_files",
            "language",
            "copyright",
            "logo");

    private final @Nullable YamlDocument yaml;

    private BookSettings(@Nullable YamlDocument yaml) {
        this.yaml = yaml;
    }

    static BookSettings read(SourceTree tree, String folder, FaultSink faults) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        Optional<YamlDocument> yaml = tree.file(prefix + "_config.yml")
                .or(() -> tree.file(prefix + "_config.yaml"))
                .flatMap(file -> YamlSource.read(file, faults));
        BookSettings settings = new BookSettings(yaml.orElse(null));
        yaml.ifPresent(found -> settings.noteUnused(found, faults));
        return settings;
    }

    private void noteUnused(YamlDocument found, FaultSink faults) {
        List<String> unused = found.root().propertyNames().stream()
                .filter(name -> !USED.contains(name))
                .sorted()
                .toList();
        if (!unused.isEmpty()) {
            faults.note(found.file().place(), "config-unused", String.join(", ", unused));
        }
        if (found.at("/parse/myst_substitutions").isObject()) {
            faults.warning(found.keyPlace("/parse/myst_substitutions"), "config-substitutions");
        }
    }

    private JsonNode at(String pointer) {
        return yaml == null ? MissingNode.getInstance() : yaml.at(pointer);
    }

    /** What the settings say about the course; {@code contents} is where the book itself says nothing. */
    CourseAbout.Said said(Place contents) {
        return new CourseAbout.Said(
                title(),
                description(),
                List.of(),
                authors(),
                language(),
                Optional.empty(),
                contents,
                place("description", contents),
                place("language", contents));
    }

    private Place place(String name, Place otherwise) {
        return yaml == null || at("/" + name).isMissingNode() ? otherwise : yaml.keyPlace("/" + name);
    }

    String title() {
        return at("/title").asString("").strip();
    }

    String description() {
        return at("/description").asString("").strip().replaceAll("\\s+", " ");
    }

    List<String> authors() {
        JsonNode author = at("/author");
        List<String> names = author.isArray()
                ? author.valueStream().map(name -> name.asString("")).toList()
                : Arrays.asList(author.asString("").split(",|;|\\band\\b|&"));
        return names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    Optional<String> language() {
        return CourseAbout.language(
                at("/sphinx/config/language").asString(at("/language").asString("")));
    }

    boolean onlyTableOfContents() {
        return at("/only_build_toc_files").asBoolean(false);
    }

    /** Whether the book leaves out a path below its folder. */
    boolean excludes(String path) {
        return at("/exclude_patterns")
                .valueStream()
                .map(pattern -> pattern.asString(""))
                .filter(pattern -> !pattern.isEmpty())
                .map(Globs::compile)
                .anyMatch(pattern -> foldersAndItself(path)
                        .anyMatch(part -> pattern.matcher(part).matches()));
    }

    private static Stream<String> foldersAndItself(String path) {
        return Stream.iterate(path, part -> !part.isEmpty(), SourcePaths::folder);
    }
}

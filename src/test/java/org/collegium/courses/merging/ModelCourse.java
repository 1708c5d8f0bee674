package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.NullUnmarked;

/** A course that a test can change thing by thing, each known by a name, and write as files. */
@NullUnmarked
final class ModelCourse {

    /** Names in order, each with what is called so. */
    static final class Sequence<T> {

        final List<String> names = new ArrayList<>();
        final Map<String, T> things = new LinkedHashMap<>();

        void add(String name, T thing) {
            names.add(name);
            things.put(name, thing);
        }

        void addBehind(String neighbour, String name, T thing) {
            names.add(names.indexOf(neighbour) + 1, name);
            things.put(name, thing);
        }

        void remove(String name) {
            names.remove(name);
            things.remove(name);
        }

        T get(String name) {
            return java.util.Objects.requireNonNull(things.get(name));
        }

        List<T> all() {
            return names.stream().map(this::get).toList();
        }

        <R> Sequence<R> copy(java.util.function.Function<T, R> of) {
            Sequence<R> copy = new Sequence<>();
            names.forEach(name -> copy.add(name, of.apply(get(name))));
            return copy;
        }
    }

    /** A block of a lesson or a cell of a notebook: its parts are sentences, items, rows, lines. */
    record Block(String kind, Sequence<String> parts) {

        String text() {
            return switch (kind) {
                case "paragraph" -> String.join(" ", parts.all());
                case "heading" -> "## " + String.join(" ", parts.all());
                case "code" -> "```python\n" + String.join("\n", parts.all()) + "\n```";
                case "note" -> ":::{note}\n" + String.join("\n\n", parts.all()) + "\n:::";
                default -> String.join("\n", parts.all());
            };
        }
    }

    /** A unit: of blocks, or of questions, each a map of fields. */
    record Unit(
            String key,
            String kind,
            Map<String, String> facts,
            Sequence<Block> blocks,
            Sequence<Map<String, String>> questions) {}

    final Map<String, String> details = new LinkedHashMap<>();
    final Sequence<String> outcomes = new Sequence<>();
    final Sequence<String> topics = new Sequence<>();
    final Sequence<Map<String, String>> sections = new Sequence<>();
    final Map<String, List<String>> placed = new LinkedHashMap<>();
    final Map<String, Unit> units = new LinkedHashMap<>();
    final Map<String, String> assets = new TreeMap<>();

    ModelCourse copy() {
        ModelCourse copy = new ModelCourse();
        copy.details.putAll(details);
        outcomes.names.forEach(name -> copy.outcomes.add(name, outcomes.get(name)));
        topics.names.forEach(name -> copy.topics.add(name, topics.get(name)));
        sections.names.forEach(name -> copy.sections.add(name, new LinkedHashMap<>(sections.get(name))));
        placed.forEach((section, keys) -> copy.placed.put(section, new ArrayList<>(keys)));
        units.forEach((key, unit) -> copy.units.put(
                key,
                new Unit(
                        key,
                        unit.kind(),
                        new LinkedHashMap<>(unit.facts()),
                        unit.blocks()
                                .copy(block ->
                                        new Block(block.kind(), block.parts().copy(part -> part))),
                        unit.questions().copy(LinkedHashMap::new))));
        copy.assets.putAll(assets);
        return copy;
    }

    /** Where a unit stands. */
    String sectionOf(String unit) {
        return placed.entrySet().stream()
                .filter(entry -> entry.getValue().contains(unit))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The files as they are written, and the manifest that names them; contents are kept in the map. */
    CourseManifest write(Map<String, byte[]> contents) {
        Map<String, CourseFile> files = new TreeMap<>();
        units.values().forEach(unit -> put(files, contents, path(unit), text(unit)));
        assets.forEach((path, text) -> put(files, contents, path, text));
        List<CourseSection> outline = sections.names.stream()
                .map(key -> new CourseSection(
                        key,
                        sections.get(key).get("title"),
                        null,
                        placed.getOrDefault(key, List.of()).stream()
                                .map(units::get)
                                .map(ModelCourse::unit)
                                .toList()))
                .toList();
        return new CourseManifest(metadata(), outline, files);
    }

    private static void put(Map<String, CourseFile> files, Map<String, byte[]> contents, String path, String text) {
        SourceFile file = SourceFile.of(path, text);
        contents.put(file.sha256(), file.bytes());
        files.put(path, new CourseFile(path, file.sha256(), file.size(), "text/plain"));
    }

    private CourseMetadata metadata() {
        return new CourseMetadata(
                "model",
                details.get("title"),
                details.get("summary"),
                details.get("description"),
                outcomes.all(),
                "north",
                List.of(new CourseAuthor("Ada Example", null, null)),
                "en",
                null,
                CourseLevel.INTRODUCTORY,
                List.of(Audience.STUDENTS),
                Double.parseDouble(details.get("effort")),
                topics.all(),
                List.of(new CourseSkill("judge", details.get("skill"), null)),
                details.get("licence"),
                null,
                null,
                null);
    }

    private static CourseUnit unit(Unit unit) {
        return new CourseUnit(
                unit.key(),
                unit.facts().get("title"),
                unit.kind(),
                path(unit),
                Integer.parseInt(unit.facts().get("minutes")),
                false,
                Boolean.parseBoolean(unit.facts().get("required")),
                false,
                null,
                unit.questions().names.size(),
                List.of());
    }

    private static String path(Unit unit) {
        return switch (unit.kind()) {
            case "lesson" -> unit.facts().getOrDefault("file", "lessons/" + unit.key() + ".md");
            case "quiz" -> "quizzes/" + unit.key() + ".yaml";
            default -> "notebooks/" + unit.key() + ".ipynb";
        };
    }

    private static String text(Unit unit) {
        return switch (unit.kind()) {
            case "lesson" ->
                unit.blocks().all().stream().map(Block::text).collect(Collectors.joining("\n\n", "", "\n"));
            case "quiz" ->
                "format: collegium-quiz/1\ntitle: " + unit.facts().get("title") + "\nquestions:\n"
                        + unit.questions().names.stream()
                                .map(name -> question(name, unit.questions().get(name)))
                                .collect(Collectors.joining());
            default ->
                "{\n  \"cells\" : [ "
                        + unit.blocks().names.stream()
                                .map(name -> cell(
                                        name,
                                        unit.blocks().get(name),
                                        unit.facts().containsKey("ids")))
                                .collect(Collectors.joining(", "))
                        + " ],\n  \"metadata\" : { },\n  \"nbformat\" : 4,\n  \"nbformat_minor\" : 5\n}\n";
        };
    }

    private static String question(String key, Map<String, String> fields) {
        StringBuilder text = new StringBuilder("  - key: " + key + "\n    type: single\n");
        fields.forEach((name, value) -> {
            if (!name.startsWith("option-")) {
                text.append("    ").append(name).append(": ").append(value).append('\n');
            }
        });
        text.append("    options:\n");
        fields.forEach((name, value) -> {
            if (name.startsWith("option-")) {
                text.append("      - key: ")
                        .append(name.substring(7))
                        .append("\n        text: ")
                        .append(value)
                        .append('\n');
            }
        });
        return text.toString();
    }

    private static String cell(String name, Block block, boolean ids) {
        boolean code = block.kind().equals("code");
        String source = code
                ? String.join("\n", block.parts().all())
                : String.join(" ", block.parts().all());
        String lines = java.util.Arrays.stream(source.split("(?<=\\n)"))
                .map(line -> '"' + line.replace("\n", "\\n") + '"')
                .collect(Collectors.joining(", "));
        return "{ " + (ids ? "\"id\" : \"" + name + "\", " : "") + "\"cell_type\" : \"" + (code ? "code" : "markdown")
                + "\", \"metadata\" : { }, \"source\" : [ " + lines + " ]"
                + (code ? ", \"outputs\" : [ ], \"execution_count\" : null" : "") + " }";
    }
}

package org.collegium.labs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.labs.LabDefinition.Hardware;
import org.collegium.labs.LabDefinition.RunsOn;
import org.collegium.labs.notebook.LabNotebook;
import org.collegium.labs.notebook.NotebookCell;
import org.collegium.labs.sandbox.LabRuntime;
import org.collegium.labs.sandbox.Limits;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSchema;
import org.collegium.source.YamlSource;
import tools.jackson.databind.JsonNode;

/** Reads a lab in the format of our own, version 1: its {@code lab.yaml}, the notebook it names, and its data. */
public final class LabReader {

    private static final YamlSchema SCHEMA = YamlSchema.named("collegium-lab-1");

    private final YamlDocument yaml;
    private final FaultSink faults;

    private LabReader(YamlDocument yaml, FaultSink faults) {
        this.yaml = yaml;
        this.faults = faults;
    }

    /** A definition, and the YAML it was read from for those who look for places in it. */
    record Read(LabDefinition definition, YamlDocument yaml) {}

    /**
     * The whole lab; empty when there is an error in it.
     *
     * @param files finds the other files of the course by their paths from its root
     */
    public static Optional<Lab> read(SourceFile file, Function<String, Optional<SourceFile>> files, FaultSink faults) {
        FaultList found = new FaultList();
        Optional<Lab> lab = readWithPlaces(file, found)
                .flatMap(read -> new LabReader(read.yaml(), found).whole(read.definition(), files));
        found.faults().forEach(faults::report);
        return found.hasErrors() ? Optional.empty() : lab;
    }

    /** What the file itself says, its notebook apart; empty when there is an error in it. */
    public static Optional<LabDefinition> definition(SourceFile file) {
        return readWithPlaces(file, fault -> {}).map(Read::definition);
    }

    /** What the file itself says. */
    static Optional<Read> readWithPlaces(SourceFile file, FaultSink faults) {
        FaultList found = new FaultList();
        Optional<Read> read = YamlSource.read(file, found).flatMap(yaml -> {
            SCHEMA.check(yaml, found);
            return found.hasErrors()
                    ? Optional.empty()
                    : Optional.of(new Read(new LabReader(yaml, found).definition(), yaml));
        });
        found.faults().forEach(faults::report);
        return found.hasErrors() ? Optional.empty() : read;
    }

    private LabDefinition definition() {
        JsonNode root = yaml.root();
        Map<String, List<String>> hints = new LinkedHashMap<>();
        root.path("hints")
                .forEach(hint -> hints.computeIfAbsent(text(hint, "cell"), cell -> new ArrayList<>())
                        .addAll(texts(hint.path("texts"))));
        JsonNode hardware = root.path("hardware");
        return new LabDefinition(
                text(root, "title"),
                text(root, "intro"),
                text(root, "notebook"),
                root.path("runtime").asString(LabRuntime.USUAL),
                texts(root.path("packages")),
                root.path("minutes").asInt(0),
                root.path("passMark").asDouble(LabDefinition.USUAL_PASS_MARK),
                root.path("attemptsPerDay").asInt(LabDefinition.USUAL_ATTEMPTS_PER_DAY),
                texts(root.path("skills")),
                limits(root.path("limits")),
                texts(root.path("files")),
                hints,
                new Hardware(
                        hardware.path("cores").asInt(1),
                        hardware.path("memoryGigabytes").asInt(1),
                        hardware.path("accelerator").asString("none").equals("gpu")),
                RunsOn.valueOf(root.path("runsOn").asString("browser").toUpperCase(Locale.ROOT)));
    }

    private Limits limits(JsonNode node) {
        int cell = node.path("cellSeconds").asInt(Limits.USUAL.cellSeconds());
        int total = node.path("totalSeconds").asInt(Math.max(Limits.USUAL.totalSeconds(), cell));
        if (cell > total) {
            faults.error(yaml.place("/limits"), "lab-limits", cell, total);
        }
        return Limits.USUAL
                .withSeconds(cell, total)
                .withMemoryMegabytes(node.path("memoryMegabytes").asInt(Limits.USUAL.memoryMegabytes()))
                .withCalls(node.path("calls").asInt(Limits.USUAL.calls()));
    }

    private Optional<Lab> whole(LabDefinition definition, Function<String, Optional<SourceFile>> files) {
        Map<String, SourceFile> data = new HashMap<>();
        for (int i = 0; i < definition.files().size(); i++) {
            String name = definition.files().get(i);
            beside(name, "/files/" + i, "lab-file-missing", files).ifPresent(found -> data.put(name, found));
        }
        if (!SourcePaths.extension(definition.notebook()).equals("ipynb")) {
            faults.error(yaml.place("/notebook"), "lab-notebook-kind", definition.notebook());
            return Optional.empty();
        }
        Optional<LabNotebook> notebook = beside(definition.notebook(), "/notebook", "lab-notebook-missing", files)
                .flatMap(file -> LabNotebook.read(file, faults));
        notebook.ifPresent(found -> hints(definition, found));
        return notebook.map(found -> new Lab(definition, found, data));
    }

    private Optional<SourceFile> beside(
            String name, String pointer, String code, Function<String, Optional<SourceFile>> files) {
        Optional<String> path = path(yaml.file(), name);
        if (path.isEmpty()) {
            faults.error(yaml.place(pointer), "lab-file-outside", name);
            return Optional.empty();
        }
        Optional<SourceFile> file = files.apply(path.get());
        if (file.isEmpty()) {
            faults.error(yaml.place(pointer), code, name);
        }
        return file;
    }

    /** The path from the root of the course of what a lab names; empty when it does not lie below the lab's file. */
    static Optional<String> path(SourceFile lab, String name) {
        String folder = SourcePaths.folder(lab.path());
        return SourcePaths.resolve(folder, name)
                .filter(path -> !name.startsWith("/"))
                .filter(path -> folder.isEmpty() || path.startsWith(folder + "/"));
    }

    private void hints(LabDefinition definition, LabNotebook notebook) {
        Set<String> known = notebook.cells().stream().map(NotebookCell::gradeId).collect(Collectors.toSet());
        for (int i = 0; i < yaml.at("/hints").size(); i++) {
            String pointer = "/hints/" + i + "/cell";
            String cell = yaml.at(pointer).asString("");
            if (!known.contains(cell)) {
                faults.error(yaml.place(pointer), "lab-hint-cell", cell);
            }
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue().stripTrailing() : "";
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }
}

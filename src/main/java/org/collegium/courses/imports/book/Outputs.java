package org.collegium.courses.imports.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds for a script the notebook of the same lesson, whose outputs learners should see. */
final class Outputs {

    private final SourceTree tree;
    private final FaultSink faults;
    private final List<String> without = new ArrayList<>();

    Outputs(SourceTree tree, FaultSink faults) {
        this.tree = tree;
        this.faults = faults;
    }

    /** The notebook with the same code and outputs of it; empty when there is none. */
    Optional<SourceFile> of(SourceFile script, String text) {
        String name = SourcePaths.stem(script.path()) + ".ipynb";
        for (SourceFile notebook : tree.files().values()) {
            if (SourcePaths.name(notebook.path()).equals(name)) {
                Optional<JsonNode> json = json(notebook);
                if (json.isEmpty() || outputs(json.get()) == 0) {
                    without.add(notebook.path());
                } else if (code(json.get()).equals(PercentCells.code(text))) {
                    faults.note(script.place(), "outputs-used", notebook.path());
                    return Optional.of(notebook);
                } else {
                    faults.warning(
                            notebook.place(),
                            "outputs-stale",
                            notebook.path(),
                            script.place().file());
                }
            }
        }
        return Optional.empty();
    }

    /** Says once that notebooks beside the scripts brought nothing. */
    void close() {
        if (!without.isEmpty()) {
            faults.note(Place.of(SourcePaths.folder(without.getFirst())), "outputs-none", without.size());
        }
    }

    List<String> read() {
        return without;
    }

    private static Optional<JsonNode> json(SourceFile notebook) {
        try {
            return notebook.text(new FaultList())
                    .map(text -> JsonMapper.shared().readTree(text));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static int outputs(JsonNode notebook) {
        return notebook.path("cells")
                .valueStream()
                .mapToInt(cell -> cell.path("outputs").size())
                .sum();
    }

    private static List<String> code(JsonNode notebook) {
        return notebook.path("cells")
                .valueStream()
                .filter(cell -> cell.path("cell_type").asString("").equals("code"))
                .map(cell -> PercentCells.plain(source(cell.path("source"))))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static String source(JsonNode source) {
        return source.isArray()
                ? String.join(
                        "", source.valueStream().map(line -> line.asString("")).toList())
                : source.asString("");
    }
}

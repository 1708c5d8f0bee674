package org.collegium.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.collegium.content.Notebook.Cell;
import org.collegium.content.Notebook.Kind;
import org.collegium.content.Notebook.Output;
import org.collegium.content.Place.Origin;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads notebooks in JSON, nbformat 4.0 to 4.5. */
final class NotebookJson {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(200)
                            .maxStringLength(50_000_000)
                            .build())
                    .build())
            .build();

    private NotebookJson() {}

    static NotebookReading read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JacksonException malformed) {
            TokenStreamLocation location = malformed.getLocation();
            int line = location == null ? 1 : Math.max(1, location.getLineNr());
            int column = location == null ? 1 : Math.max(1, location.getColumnNr());
            String reason = Objects.requireNonNullElse(malformed.getOriginalMessage(), "");
            return refused(new Place(0, line, column), "notebook-unreadable", reason);
        }
        JsonNode version = root.path("nbformat");
        if (!root.isObject() || !version.isInt() || !root.path("cells").isArray() || version.asInt() != 4) {
            return refused(
                    Origin.FILE.at(0, 0), "notebook-version", version.isNumber() ? version.asString() : "unknown");
        }
        return new NotebookReading.Read(notebook(root));
    }

    private static NotebookReading refused(Place place, String code, String argument) {
        Faults faults = new Faults();
        faults.add(place, code, argument);
        return new NotebookReading.Refused(faults.inOrder().getFirst());
    }

    private static Notebook notebook(JsonNode root) {
        JsonNode metadata = root.path("metadata");
        String language = metadata.path("language_info").path("name").asString("");
        if (language.isEmpty()) {
            language = metadata.path("kernelspec").path("language").asString("python");
        }
        List<Cell> cells = new ArrayList<>();
        root.path("cells").forEach(cell -> cells.add(cell(cell)));
        return new Notebook(metadata.path("title").asString(""), language.toLowerCase(Locale.ROOT), cells);
    }

    private static Cell cell(JsonNode cell) {
        Kind kind = switch (cell.path("cell_type").asString("")) {
            case "code" -> Kind.CODE;
            case "markdown" -> Kind.MARKDOWN;
            default -> Kind.RAW;
        };
        List<String> tags = new ArrayList<>();
        cell.path("metadata").path("tags").forEach(tag -> tags.add(tag.asString("")));
        List<Output> outputs = new ArrayList<>();
        cell.path("outputs").forEach(output -> outputs.add(output(output)));
        Map<String, Map<String, String>> attachments = new HashMap<>();
        cell.path("attachments").forEachEntry((name, bundle) -> attachments.put(name, representations(bundle)));
        JsonNode count = cell.path("execution_count");
        return new Cell(
                kind,
                joined(cell.path("source")),
                0,
                0,
                count.isInt() ? OptionalInt.of(count.asInt()) : OptionalInt.empty(),
                tags,
                outputs,
                attachments);
    }

    private static Output output(JsonNode output) {
        return switch (output.path("output_type").asString("")) {
            case "stream" -> new Output.Printed(output.path("name").asString("stdout"), joined(output.path("text")));
            case "error" ->
                new Output.Failed(
                        output.path("ename").asString(""),
                        output.path("evalue").asString(""),
                        joined(output.path("traceback"), "\n"));
            case "execute_result" -> shown(output, true);
            default -> shown(output, false);
        };
    }

    private static Output shown(JsonNode output, boolean result) {
        String alternative = output.path("metadata")
                .valueStream()
                .map(kind -> kind.path("alt").asString(""))
                .filter(alt -> !alt.isBlank())
                .findFirst()
                .orElse("");
        return new Output.Shown(representations(output.path("data")), result, alternative);
    }

    private static Map<String, String> representations(JsonNode bundle) {
        Map<String, String> representations = new HashMap<>();
        bundle.forEachEntry((type, content) -> representations.put(
                type.toLowerCase(Locale.ROOT), content.isObject() ? content.toPrettyString() : joined(content)));
        return representations;
    }

    private static String joined(JsonNode text) {
        return joined(text, "");
    }

    private static String joined(JsonNode text, String between) {
        if (!text.isArray()) {
            return text.isValueNode() ? text.asString("") : "";
        }
        StringBuilder joined = new StringBuilder();
        for (JsonNode part : text) {
            if (!joined.isEmpty()) {
                joined.append(between);
            }
            joined.append(part.asString(""));
        }
        return joined.toString();
    }
}

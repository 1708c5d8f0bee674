package org.collegium.labs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.labs.notebook.Fingerprint;
import org.collegium.source.FaultSink;
import org.collegium.source.JsonSource;
import org.collegium.source.SourceFile;
import tools.jackson.databind.JsonNode;

/** A learner's work: what the cells of their notebook say. Whatever its metadata claim, only the plan says what counts. */
public record Submission(List<Cell> cells) {

    private static final int MOST_CELLS = 1_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    /**
     * A cell.
     *
     * @param gradeId as the notebook says; empty for a cell that the learner added
     */
    public record Cell(String gradeId, boolean code, String source) {}

    public Submission {
        cells = List.copyOf(cells);
    }

    /**
     * Reads the work from a notebook; what it holds beside sources does not matter and is not looked at.
     *
     * @return empty when it is no notebook or is too large; what is wrong is reported
     */
    public static Optional<Submission> read(SourceFile file, FaultSink faults) {
        return JsonSource.read(file, faults).flatMap(json -> {
            List<Cell> cells = new ArrayList<>();
            long characters = 0;
            for (JsonNode node : json.at("/cells")) {
                Cell cell = cell(node);
                characters += cell.source().length();
                cells.add(cell);
            }
            if (!json.at("/cells").isArray() || cells.size() > MOST_CELLS || characters > MOST_CHARACTERS) {
                faults.error(file.place(), "lab-notebook-kind", file.path());
                return Optional.empty();
            }
            return Optional.of(new Submission(cells));
        });
    }

    private static Cell cell(JsonNode node) {
        StringBuilder source = new StringBuilder();
        JsonNode lines = node.path("source");
        if (lines.isArray()) {
            lines.forEach(line -> source.append(line.asString("")));
        } else {
            source.append(lines.asString(""));
        }
        return new Cell(
                node.path("metadata").path("nbgrader").path("grade_id").asString(""),
                node.path("cell_type").asString("").equals("code"),
                source.toString());
    }

    /** Names this work in evidence. */
    public String sha256() {
        return Fingerprint.of(cells.stream()
                .flatMap(cell -> Stream.of(cell.gradeId(), Boolean.toString(cell.code()), cell.source()))
                .toArray(String[]::new));
    }
}

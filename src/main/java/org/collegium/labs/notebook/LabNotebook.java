package org.collegium.labs.notebook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An author's notebook: from it come the learner's version and the plan by which work is graded. */
public final class LabNotebook {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode root;
    private final List<NotebookCell> cells;

    LabNotebook(ObjectNode root, List<NotebookCell> cells) {
        this.root = root;
        this.cells = List.copyOf(cells);
    }

    /**
     * Reads and checks an author's notebook wholly.
     *
     * @param faults each with file and line, and the number of the cell where it helps
     * @return empty when there is an error in it
     */
    public static Optional<LabNotebook> read(SourceFile file, FaultSink faults) {
        return new NotebookReading(file, faults).authors();
    }

    public List<NotebookCell> cells() {
        return cells;
    }

    /** As learners get it: without solutions, hidden tests, mark schemes and outputs. */
    public ObjectNode learnersVersion() {
        return LearnersVersion.of(root.deepCopy(), cells);
    }

    /** The learner's version as the bytes of a file. */
    public byte[] learnersFile() {
        return (learnersVersion().toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The source of each cell as learners get it, in the same order as {@link #cells()}. */
    public List<String> learnersSources() {
        return cells.stream().map(LearnersVersion::source).toList();
    }

    /** SHA-256 of what the notebook says, whatever its white space outside of cells; outputs do not count. */
    public String sha256() {
        ObjectNode plain = JSON.createObjectNode();
        cells.forEach(cell -> plain.withArray("cells")
                .addObject()
                .put("type", cell.type())
                .put("kind", cell.kind().name())
                .put("id", cell.gradeId())
                .put("points", cell.points())
                .put("source", cell.source()));
        return Fingerprint.of(plain.toString());
    }
}

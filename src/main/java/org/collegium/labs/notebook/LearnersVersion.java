package org.collegium.labs.notebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes of an author's notebook what learners get, cell by cell as nbgrader does, so that both can be used with the same lab. */
final class LearnersVersion {

    static final String CODE_STUB = "# YOUR CODE HERE\nraise NotImplementedError()";
    static final String TEXT_STUB = "YOUR ANSWER HERE";
    private static final int SCHEMA = 3;

    private LearnersVersion() {}

    static ObjectNode of(ObjectNode root, List<NotebookCell> cells) {
        for (NotebookCell cell : cells) {
            ObjectNode node = (ObjectNode) root.path("cells").path(cell.number() - 1);
            String source = source(cell);
            node.set("source", lines(source));
            ObjectNode metadata = (ObjectNode) node.path("metadata");
            metadata.remove(List.of("collapsed", "scrolled"));
            if (cell.isCode()) {
                node.putArray("outputs");
                node.putNull("execution_count");
            }
            if (cell.kind() != CellKind.PLAIN) {
                mark(metadata, cell, source);
            }
        }
        return root;
    }

    /** The source of one cell as learners get it. */
    static String source(NotebookCell cell) {
        return switch (cell.kind()) {
            case PLAIN, READ_ONLY -> cell.source();
            case SOLUTION, MANUAL -> withoutSolution(Region.MARK_SCHEME.without(cell.source()), cell);
            case TEST -> Region.HIDDEN_TESTS.without(cell.source());
            case TASK -> Region.MARK_SCHEME.without(cell.source());
        };
    }

    private static String withoutSolution(String source, NotebookCell cell) {
        String stub = cell.isCode() ? CODE_STUB : TEXT_STUB;
        List<String> kept = new ArrayList<>();
        boolean open = false;
        boolean replaced = false;
        for (String line : Region.lines(source, true)) {
            if (Region.SOLUTION.begins(line)) {
                open = true;
                replaced = true;
                String indent = line.substring(0, line.indexOf(Region.SOLUTION.begin()));
                stub.lines().map(indent::concat).forEach(kept::add);
            } else if (Region.SOLUTION.ends(line)) {
                open = false;
            } else if (!open) {
                kept.add(line);
            }
        }
        return replaced ? String.join("\n", kept) : stub;
    }

    private static void mark(ObjectNode metadata, NotebookCell cell, String source) {
        metadata.put("deletable", false);
        boolean locked = !cell.kind().isLearners();
        if (locked) {
            metadata.put("editable", false);
        }
        ObjectNode mark = (ObjectNode) metadata.path("nbgrader");
        mark.put("schema_version", SCHEMA);
        mark.put("cell_type", cell.type());
        mark.put("checksum", checksum(cell, source));
    }

    /** The checksum that nbgrader keeps of a cell; it tells a changed cell from an unchanged one. */
    static String checksum(NotebookCell cell, String source) {
        boolean grade = cell.kind() == CellKind.TEST || cell.kind() == CellKind.MANUAL;
        boolean solution = cell.kind().isLearners();
        StringBuilder content = new StringBuilder(source)
                .append(cell.type())
                .append(python(grade))
                .append(python(solution))
                .append(python(!solution))
                .append(cell.gradeId());
        if (grade) {
            content.append(cell.points());
        }
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String python(boolean value) {
        String name = Boolean.toString(value);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static ArrayNode lines(String source) {
        ArrayNode lines = JsonMapper.shared().createArrayNode();
        for (int from = 0; from < source.length(); ) {
            int end = source.indexOf('\n', from);
            int to = end < 0 ? source.length() : end + 1;
            lines.add(source.substring(from, to));
            from = to;
        }
        return lines;
    }
}

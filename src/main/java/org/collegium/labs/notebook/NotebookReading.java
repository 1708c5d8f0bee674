package org.collegium.labs.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.JsonSource;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One reading of an author's notebook, which goes on after each fault so that all are known at once. */
final class NotebookReading {

    private static final YamlSchema SCHEMA = YamlSchema.named("nbformat-4");
    private static final int IDS_SINCE_MINOR = 5;
    private static final Pattern MAGIC = Pattern.compile("^\\s*(%{1,2}[A-Za-z]+|![A-Za-z]+)");

    private final SourceFile file;
    private final FaultSink faults;

    NotebookReading(SourceFile file, FaultSink faults) {
        this.file = file;
        this.faults = faults;
    }

    Optional<LabNotebook> authors() {
        FaultList found = new FaultList();
        Optional<LabNotebook> notebook = JsonSource.read(file, found).flatMap(json -> {
            SCHEMA.check(json, found);
            return found.hasErrors() ? Optional.empty() : Optional.of(new Check(json, found).notebook());
        });
        found.faults().forEach(faults::report);
        return found.hasErrors() ? Optional.empty() : notebook;
    }

    /** The checks of what has the shape of a notebook. */
    private static final class Check {

        private final YamlDocument json;
        private final FaultSink faults;
        private final Set<String> gradeIds = new HashSet<>();
        private final Set<String> ids = new HashSet<>();

        Check(YamlDocument json, FaultSink faults) {
            this.json = json;
            this.faults = faults;
        }

        LabNotebook notebook() {
            language();
            List<NotebookCell> cells = new ArrayList<>();
            for (int i = 0; i < json.at("/cells").size(); i++) {
                cells.add(cell(i));
            }
            if (cells.stream().noneMatch(cell -> cell.kind().isGraded() && cell.points() > 0)) {
                faults.blocking(json.file().place(), "lab-no-points");
            }
            if (cells.stream().noneMatch(cell -> cell.kind().isLearners() || cell.kind() == CellKind.TASK)) {
                faults.blocking(json.file().place(), "lab-no-solution-cell");
            }
            return new LabNotebook((ObjectNode) json.root(), cells);
        }

        private void language() {
            String language = json.at("/metadata/language_info/name").asString("");
            if (language.isEmpty()) {
                language = json.at("/metadata/kernelspec/language").asString("python");
            }
            if (!language.toLowerCase(Locale.ROOT).matches("(i?)python[23]?")) {
                faults.error(json.place("/metadata"), "lab-language", language);
            }
        }

        private NotebookCell cell(int index) {
            String pointer = "/cells/" + index;
            JsonNode node = json.at(pointer);
            id(node, pointer);
            JsonNode mark = node.path("metadata").path("nbgrader");
            String type = node.path("cell_type").asString("");
            String source = joined(node.path("source"));
            CellKind kind = kind(mark, type, pointer);
            String gradeId = kind == CellKind.PLAIN ? "" : mark.path("grade_id").asString("");
            if (!gradeId.isEmpty() && !gradeIds.add(gradeId)) {
                faults.error(json.place(pointer + "/metadata/nbgrader/grade_id"), "lab-cell-twice", gradeId);
            }
            if (kind.isGraded() && !mark.path("points").isNumber()) {
                faults.error(json.place(pointer + "/metadata/nbgrader"), "lab-cell-points", gradeId);
            }
            regions(source, kind, pointer);
            if (type.equals("code")) {
                dialect(source, pointer);
            }
            double points = kind.isGraded() ? mark.path("points").asDouble(0) : 0;
            return new NotebookCell(index + 1, type, source, gradeId, kind, points);
        }

        private void id(JsonNode node, String pointer) {
            String id = node.path("id").asString("");
            if (!id.isEmpty() && !ids.add(id)) {
                faults.error(json.place(pointer + "/id"), "lab-cell-id-twice", id);
            } else if (id.isEmpty() && json.at("/nbformat_minor").asInt(0) >= IDS_SINCE_MINOR) {
                faults.error(json.place(pointer), "lab-cell-id-missing");
            }
        }

        private CellKind kind(JsonNode mark, String type, String pointer) {
            if (!mark.isObject()) {
                return CellKind.PLAIN;
            }
            boolean grade = mark.path("grade").asBoolean(false);
            boolean solution = mark.path("solution").asBoolean(false);
            boolean locked = mark.path("locked").asBoolean(false);
            boolean task = mark.path("task").asBoolean(false);
            boolean testInText = grade && !solution && !type.equals("code");
            boolean solutionInText = solution && !grade && !type.equals("code");
            if (testInText || solutionInText || (task && (grade || solution || !type.equals("markdown")))) {
                String marks = (task ? "task " : "") + (grade ? "grade " : "") + (solution ? "solution " : "");
                faults.error(
                        json.place(pointer + "/metadata/nbgrader"),
                        "lab-cell-kind",
                        mark.path("grade_id").asString(""),
                        type + ": " + marks.strip());
                return CellKind.PLAIN;
            }
            if (task) {
                return CellKind.TASK;
            }
            if (grade) {
                return solution ? CellKind.MANUAL : CellKind.TEST;
            }
            return solution ? CellKind.SOLUTION : locked ? CellKind.READ_ONLY : CellKind.PLAIN;
        }

        private void regions(String source, CellKind kind, String pointer) {
            region(Region.SOLUTION, kind.isLearners(), "solution cells", source, pointer);
            region(Region.HIDDEN_TESTS, kind == CellKind.TEST, "test cells", source, pointer);
            boolean marked = kind == CellKind.TASK || kind == CellKind.MANUAL;
            region(Region.MARK_SCHEME, marked, "tasks and manually graded cells", source, pointer);
        }

        private void region(Region region, boolean allowed, String where, String source, String pointer) {
            List<String> lines = Region.lines(source, true);
            int opened = -1;
            for (int i = 0; i < lines.size(); i++) {
                boolean begins = region.begins(lines.get(i));
                boolean ends = region.ends(lines.get(i));
                if (begins && !allowed) {
                    faults.error(at(pointer, i), "lab-region-place", region.begin(), where);
                    return;
                }
                if ((begins && opened >= 0) || (ends && opened < 0)) {
                    String written = begins ? region.begin() : region.end();
                    faults.error(at(pointer, i), "lab-region-open", written, begins ? region.end() : region.begin());
                    return;
                }
                opened = begins ? i : ends ? -1 : opened;
            }
            if (opened >= 0) {
                faults.error(at(pointer, opened), "lab-region-open", region.begin(), region.end());
            }
        }

        private void dialect(String source, String pointer) {
            List<String> lines = Region.lines(source, true);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.strip().matches("### (HASHED )?AUTOTEST.*")) {
                    faults.error(at(pointer, i), "lab-autotest");
                }
                Matcher magic = MAGIC.matcher(line);
                if (magic.find()) {
                    if (magic.group(1).startsWith("%%")) {
                        faults.error(at(pointer, i), "lab-magic-cell", magic.group(1));
                    } else {
                        faults.warning(at(pointer, i), "lab-magic", magic.group(1));
                    }
                }
            }
        }

        private Place at(String pointer, int line) {
            String source = pointer + "/source";
            return json.place(json.at(source).isArray() ? source + "/" + line : source);
        }
    }

    static String joined(JsonNode source) {
        if (!source.isArray()) {
            return source.asString("");
        }
        StringBuilder joined = new StringBuilder();
        source.forEach(part -> joined.append(part.asString("")));
        return joined.toString();
    }
}

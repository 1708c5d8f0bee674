package org.collegium.labs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.collegium.labs.notebook.Fingerprint;
import org.collegium.labs.notebook.NotebookCell;
import org.collegium.labs.sandbox.LabRuntime;
import org.collegium.labs.sandbox.Limits;
import org.collegium.source.SourceFile;

/**
 * How work on a lab is graded: the author's cells in their order, which are the backbone of every grading.
 *
 * @param runtime the name of the one that it needs
 * @param files the data that cells read, by the paths by which they read them
 */
public record GradingPlan(
        List<PlanCell> cells, Limits limits, String runtime, List<String> packages, Map<String, SourceFile> files) {

    private static final Pattern REFERENCE = Pattern.compile("\\bref\\s*\\.");

    public GradingPlan {
        cells = List.copyOf(cells);
        packages = List.copyOf(packages);
        files = Map.copyOf(files);
    }

    static GradingPlan of(Lab lab) {
        List<NotebookCell> cells = lab.notebook().cells();
        List<String> released = lab.notebook().learnersSources();
        List<PlanCell> plan = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            NotebookCell cell = cells.get(i);
            plan.add(new PlanCell(
                    cell.gradeId(), cell.kind(), cell.isCode(), cell.source(), released.get(i), cell.points()));
        }
        LabDefinition definition = lab.definition();
        return new GradingPlan(plan, definition.limits(), definition.runtime(), definition.packages(), lab.files());
    }

    /** The cell with this {@code grade_id}. */
    public Optional<PlanCell> cell(String gradeId) {
        return cells.stream()
                .filter(cell -> !gradeId.isEmpty() && cell.gradeId().equals(gradeId))
                .findFirst();
    }

    /** All points together. */
    public double points() {
        return cells.stream().mapToDouble(PlanCell::points).sum();
    }

    /** The points that tests give; the others are given by a person. */
    public double pointsByTests() {
        return cells.stream()
                .filter(PlanCell::isTest)
                .mapToDouble(PlanCell::points)
                .sum();
    }

    /** Whether learners see less than what is tested. */
    public boolean hasHiddenTests() {
        return cells.stream().anyMatch(PlanCell::hasHiddenTests);
    }

    /** Whether a test compares with the author's own solution. */
    public boolean usesReference() {
        return cells.stream()
                .anyMatch(cell ->
                        cell.isTest() && REFERENCE.matcher(cell.source()).find());
    }

    /** The work that an author would hand in, from which a lab that is right gives every point. */
    public Submission authorsSolution() {
        return new Submission(cells.stream()
                .map(cell -> new Submission.Cell(cell.gradeId(), cell.code(), cell.source()))
                .toList());
    }

    /** The work of somebody who changed nothing, from which a lab that is right gives none. */
    public Submission untouched() {
        return new Submission(cells.stream()
                .map(cell -> new Submission.Cell(cell.gradeId(), cell.code(), cell.released()))
                .toList());
    }

    /** The same for somebody who may see every test, so that hidden ones say why they fail. */
    public GradingPlan revealed() {
        return new GradingPlan(
                cells.stream()
                        .map(cell -> cell.isTest()
                                ? new PlanCell(
                                        cell.gradeId(),
                                        cell.kind(),
                                        cell.code(),
                                        cell.source(),
                                        cell.source(),
                                        cell.points())
                                : cell)
                        .toList(),
                limits,
                runtime,
                packages,
                files);
    }

    /** Names in evidence by what work was graded: cells, limits and data. */
    public String sha256() {
        String data = new TreeMap<>(files)
                .entrySet().stream()
                        .map(file -> file.getKey() + "=" + file.getValue().sha256())
                        .collect(Collectors.joining("\n"));
        // Evidence from before there were other runtimes stays what it was.
        String where = runtime.equals(LabRuntime.USUAL) ? "" : " in " + runtime;
        return Fingerprint.of(cells.toString(), limits + where, packages.toString(), data);
    }
}

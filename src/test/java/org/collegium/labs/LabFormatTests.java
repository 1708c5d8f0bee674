package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.labs.LabDefinition.Hardware;
import org.collegium.labs.notebook.CellKind;
import org.collegium.labs.notebook.LabNotebook;
import org.collegium.labs.notebook.NotebookCell;
import org.collegium.labs.sandbox.Limits;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LabFormatTests {

    private static final String LAB = """
            format: collegium-lab/1
            title: First steps
            intro: Write *two* functions.
            notebook: steps.ipynb
            runtime: python
            packages: [numpy]
            minutes: 45
            passMark: 0.6
            attemptsPerDay: 5
            skills: [write-a-function]
            limits: { cellSeconds: 5, totalSeconds: 30, memoryMegabytes: 512, calls: 1000 }
            files: [data/flowers.csv]
            hints:
              - cell: double
                texts: [Think of a sum., "`x + x`"]
            hardware: { cores: 2, memoryGigabytes: 4, accelerator: gpu }
            """;

    private static final LabFixtures.Notebook NOTEBOOK = new LabFixtures.Notebook()
            .plain("import math")
            .locked("given", "values = [1, 2]")
            .solution("double", """
                    def double(x):
                        ### BEGIN SOLUTION
                        return 2 * x
                        ### END SOLUTION
                    """)
            .test("double-test", 2, """
                    assert double(1) == 2
                    ### BEGIN HIDDEN TESTS
                    assert double(4) == 8
                    ### END HIDDEN TESTS
                    """)
            .manual("why", 1, "Because it is twice as much.")
            .task("explore", 3, "Explore.\n### BEGIN MARK SCHEME\nThree points for three things.\n### END MARK SCHEME");

    @Test
    void aLabIsReadWithAllItSays() {
        Lab lab = read(LAB, Map.of("labs/one/steps.ipynb", NOTEBOOK.json(), "labs/one/data/flowers.csv", "a,b"))
                .orElseThrow();

        assertThat(lab.definition())
                .isEqualTo(new LabDefinition(
                        "First steps",
                        "Write *two* functions.",
                        "steps.ipynb",
                        "python",
                        List.of("numpy"),
                        45,
                        0.6,
                        5,
                        List.of("write-a-function"),
                        Limits.USUAL.withSeconds(5, 30).withMemoryMegabytes(512).withCalls(1000),
                        List.of("data/flowers.csv"),
                        Map.of("double", List.of("Think of a sum.", "`x + x`")),
                        new Hardware(2, 4, true)));
        assertThat(lab.notebook().cells())
                .extracting(NotebookCell::kind)
                .containsExactly(
                        CellKind.PLAIN,
                        CellKind.READ_ONLY,
                        CellKind.SOLUTION,
                        CellKind.TEST,
                        CellKind.MANUAL,
                        CellKind.TASK);
        GradingPlan plan = lab.plan();
        assertThat(plan.points()).isEqualTo(6);
        assertThat(plan.pointsByTests()).isEqualTo(2);
        assertThat(plan.hasHiddenTests()).isTrue();
        assertThat(plan.usesReference()).isFalse();
    }

    @Test
    void learnersSeeNeitherSolutionsNorHiddenTestsNorMarkSchemes() {
        LabNotebook notebook = NOTEBOOK.read();

        assertThat(notebook.learnersSources())
                .containsExactly(
                        "import math",
                        "values = [1, 2]",
                        "def double(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()",
                        "assert double(1) == 2",
                        "YOUR ANSWER HERE",
                        "Explore.");
        assertThat(new String(notebook.learnersFile(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("2 * x", "double(4)", "Three points");
    }

    @Test
    void everyFaultOfALabHasItsLineAndColumn() {
        String lab = """
                format: collegium-lab/1
                title: T
                notebook: ../other/steps.ipynb
                files: [missing.csv, /etc/passwd]
                """;
        assertThat(faults(lab, Map.of()))
                .containsExactly(
                        "labs/one/lab.yaml:3:11 lab-file-outside",
                        "labs/one/lab.yaml:4:9 lab-file-missing",
                        "labs/one/lab.yaml:4:22 lab-file-outside");
        assertThat(faults("format: collegium-lab/1\ntitle: T\nnotebok: a.ipynb\n", Map.of()))
                .containsExactly("labs/one/lab.yaml:1:1 yaml-required", "labs/one/lab.yaml:3:1 yaml-unknown-like");
        assertThat(faults(
                        LAB.replace("cell: double", "cell: treble").replace("cellSeconds: 5", "cellSeconds: 50"),
                        Map.of("labs/one/steps.ipynb", NOTEBOOK.json(), "labs/one/data/flowers.csv", "a,b")))
                .containsExactly("labs/one/lab.yaml:11:9 lab-limits");
        assertThat(faults(
                        LAB.replace("cell: double", "cell: treble"),
                        Map.of("labs/one/steps.ipynb", NOTEBOOK.json(), "labs/one/data/flowers.csv", "a,b")))
                .containsExactly("labs/one/lab.yaml:14:11 lab-hint-cell");
    }

    @Test
    void everyFaultOfANotebookHasItsLine() {
        assertThat(notebookFaults("{\n \"nbformat\": 4,\n oops"))
                .allMatch(fault -> fault.matches("n.ipynb:3:\\d+ json-syntax"))
                .hasSize(1);
        assertThat(notebookFaults("""
                {
                 "nbformat": 4, "nbformat_minor": 5, "metadata": {},
                 "cells": [
                  {"cell_type": "code", "id": "a", "metadata": {}, "source": "x"},
                  {"cell_type": "text", "id": "b", "metadata": {}, "source": "x"}
                 ]
                }
                """))
                .containsExactly("n.ipynb:4:3 yaml-required", "n.ipynb:4:3 yaml-required", "n.ipynb:5:17 yaml-choice");
        assertThat(notebookFaults("""
                {
                 "nbformat": 4, "nbformat_minor": 5,
                 "metadata": {"kernelspec": {"name": "ir", "language": "R"}},
                 "cells": [
                  {"cell_type": "code", "id": "a", "execution_count": null, "outputs": [],
                   "metadata": {"nbgrader": {"grade_id": "one", "grade": false, "solution": true, "locked": false}},
                   "source": [
                    "a = 1\\n",
                    "### BEGIN SOLUTION\\n",
                    "b = 2"]},
                  {"cell_type": "code", "id": "a", "execution_count": null, "outputs": [],
                   "metadata": {"nbgrader": {"grade_id": "one", "grade": true, "solution": false, "locked": true}},
                   "source": [
                    "### BEGIN SOLUTION\\n",
                    "### AUTOTEST b"]},
                  {"cell_type": "markdown", "metadata": {"nbgrader":
                    {"grade_id": "two", "grade": true, "solution": false, "locked": true, "points": 1}},
                   "source": ""}
                 ]
                }
                """))
                .containsExactly(
                        "n.ipynb lab-no-points",
                        "n.ipynb:3:14 lab-language",
                        "n.ipynb:9:5 lab-region-open",
                        "n.ipynb:11:31 lab-cell-id-twice",
                        "n.ipynb:12:29 lab-cell-points",
                        "n.ipynb:12:42 lab-cell-twice",
                        "n.ipynb:14:5 lab-region-place",
                        "n.ipynb:15:5 lab-autotest",
                        "n.ipynb:16:3 lab-cell-id-missing",
                        "n.ipynb:17:5 lab-cell-kind");
    }

    @Test
    void whatALearnerClaimsInMetadataDoesNotMatter() {
        Submission submission =
                Submission.read(SourceFile.of("s.ipynb", """
                                {"cells": [{"cell_type": "code", "source": ["a\\n", "b"], "metadata":
                                  {"nbgrader": {"grade_id": "x", "points": 1000, "grade": true}}}, 3, {}]}
                                """), new FaultList()).orElseThrow();

        assertThat(submission.cells())
                .containsExactly(
                        new Submission.Cell("x", true, "a\nb"),
                        new Submission.Cell("", false, ""),
                        new Submission.Cell("", false, ""));
        assertThat(Submission.read(SourceFile.of("s.ipynb", "[]"), new FaultList()))
                .isEmpty();
    }

    private static Optional<Lab> read(String yaml, Map<String, String> files) {
        return read(yaml, files, new FaultList());
    }

    private static Optional<Lab> read(String yaml, Map<String, String> files, FaultList faults) {
        return LabReader.read(
                SourceFile.of("labs/one/lab.yaml", yaml),
                path -> Optional.ofNullable(files.get(path)).map(text -> SourceFile.of(path, text)),
                faults);
    }

    private static List<String> faults(String yaml, Map<String, String> files) {
        FaultList faults = new FaultList();
        assertThat(read(yaml, files, faults)).isEmpty();
        return places(faults);
    }

    private static List<String> notebookFaults(String json) {
        FaultList faults = new FaultList();
        assertThat(LabNotebook.read(SourceFile.of("n.ipynb", json), faults)).isEmpty();
        return places(faults);
    }

    private static List<String> places(FaultList faults) {
        return faults.faults().stream()
                .map(fault -> fault.place() + " " + fault.code())
                .toList();
    }
}

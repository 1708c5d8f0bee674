package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collegium.labs.notebook.LabNotebook;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judged by nbgrader's own sample, in all the states in which its makers published it. */
@Tag("oracle")
class NbgraderOracleTests {

    private static final LabGrader GRADER = LabFixtures.grader(0);

    @AfterAll
    static void close() {
        GRADER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"problem1", "problem2"})
    void learnersGetWhatNbgraderGivesThemCellByCell(String problem) throws Exception {
        JsonNode theirs = json("release/ps1/" + problem);
        List<JsonNode> released = new ArrayList<>();
        theirs.path("cells").forEach(released::add);
        JsonNode ours = notebook(problem).learnersVersion();
        int header = released.size() - ours.path("cells").size();

        assertThat(header).as("cells that nbgrader adds before the author's").isEqualTo(3);
        for (int i = 0; i < ours.path("cells").size(); i++) {
            JsonNode mine = ours.path("cells").path(i);
            JsonNode wanted = released.get(i + header);
            assertThat(LabFixtures.source(mine)).isEqualTo(LabFixtures.source(wanted));
            assertThatObject(mine.path("metadata")).as("cell " + i).isEqualTo(wanted.path("metadata"));
            assertThatObject(mine.path("outputs")).isEqualTo(wanted.path("outputs"));
            assertThatObject(mine.path("cell_type")).isEqualTo(wanted.path("cell_type"));
        }
        assertThatObject(ours.path("metadata")).isEqualTo(theirs.path("metadata"));
    }

    @ParameterizedTest
    @CsvSource({"bitdiddle,problem1", "bitdiddle,problem2", "hacker,problem1", "hacker,problem2"})
    void ourGradesAreNbgradersGrades(String learner, String problem) throws Exception {
        Map<String, Double> theirs = new LinkedHashMap<>();
        json("autograded/" + learner + "/ps1/" + problem).path("cells").forEach(cell -> {
            JsonNode mark = cell.path("metadata").path("nbgrader");
            if (mark.path("grade").asBoolean(false) && !mark.path("solution").asBoolean(false)) {
                boolean failed = cell.path("outputs")
                        .valueStream()
                        .anyMatch(output ->
                                output.path("output_type").asString("").equals("error"));
                theirs.put(
                        mark.path("grade_id").asString(""),
                        failed ? 0 : mark.path("points").asDouble());
            }
        });
        GradingPlan plan = LabFixtures.plan(notebook(problem));
        Submission submission = Submission.read(file("submitted/" + learner + "/ps1/" + problem), new FaultList())
                .orElseThrow();

        GradeReport.Graded report = LabFixtures.graded(GRADER.grade(plan, submission));

        Map<String, Double> ours = new LinkedHashMap<>();
        report.cells().stream()
                .filter(cell -> plan.cell(cell.gradeId()).orElseThrow().isTest())
                .forEach(cell -> ours.put(cell.gradeId(), cell.points()));
        assertThat(ours).isEqualTo(theirs);
        assertThat(theirs).hasSize(problem.equals("problem1") ? 4 : 0);
    }

    private static LabNotebook notebook(String problem) throws Exception {
        FaultList faults = new FaultList();
        return LabNotebook.read(file("source/ps1/" + problem), faults)
                .orElseThrow(() -> new AssertionError(faults.faults().toString()));
    }

    private static JsonNode json(String name) throws Exception {
        return JsonMapper.shared().readTree(file(name).bytes());
    }

    private static SourceFile file(String name) throws Exception {
        Path path = LabFixtures.corpus("nbgrader-ps1").resolve(name + ".ipynb");
        return SourceFile.of(name + ".ipynb", Files.readAllBytes(path));
    }
}

package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.collegium.labs.notebook.LabNotebook;
import org.collegium.labs.sandbox.Limits;
import org.collegium.labs.sandbox.Probe;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Assumptions;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Labs for tests, and the grader that runs them in the real sandbox. */
public final class LabFixtures {

    static final LabSettings SETTINGS = settings(0, Map.of());

    private LabFixtures() {}

    /**
     * The usual ones of this machine, but for what is given, and for system properties that name settings of labs: with them the same tests try
     * another launcher.
     */
    static LabSettings settings(int ready, Map<String, String> runtimes) {
        Map<String, String> given = new HashMap<>(Map.of("collegium.labs.bundled-folder", ""));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("collegium.labs."))
                .forEach(name -> given.put(name, System.getProperty(name)));
        given.put("collegium.labs.ready", Integer.toString(ready));
        runtimes.forEach((name, python) -> given.put("collegium.labs.runtimes." + name, python));
        return new Binder(new MapConfigurationPropertySource(given)).bindOrCreate("collegium.labs", LabSettings.class);
    }

    /** A grader whose sandbox holds; where it does not, the tests fail and say what mends it. */
    public static LabGrader grader(int ready) {
        LabGrader grader = new LabGrader(settings(ready, Map.of()), InstantSource.system());
        Probe probe = grader.health();
        assertThat(probe)
                .as("the sandbox of labs; ./check installs bubblewrap and Python where it may")
                .isInstanceOf(Probe.Sound.class);
        return grader;
    }

    static Path corpus(String name) {
        Path root = Path.of(Objects.requireNonNullElse(System.getenv("COLLEGIUM_CORPUS"), "../shared/corpus"));
        Assumptions.assumeTrue(Files.isDirectory(root.resolve(name)), "the corpus is not here");
        return root.resolve(name);
    }

    static String source(JsonNode cell) {
        StringBuilder source = new StringBuilder();
        cell.path("source").forEach(line -> source.append(line.asString("")));
        return cell.path("source").isArray()
                ? source.toString()
                : cell.path("source").asString("");
    }

    public static GradeReport.Graded graded(GradeReport report) {
        assertThat(report).isInstanceOf(GradeReport.Graded.class);
        return (GradeReport.Graded) report;
    }

    static GradingPlan plan(LabNotebook notebook) {
        return plan(notebook, Limits.USUAL);
    }

    static GradingPlan plan(LabNotebook notebook, Limits limits) {
        LabDefinition definition = new LabDefinition(
                "A lab",
                "",
                "lab.ipynb",
                "python",
                List.of(),
                0,
                0.7,
                20,
                List.of(),
                limits,
                List.of(),
                Map.of(),
                LabDefinition.Hardware.ANY,
                LabDefinition.RunsOn.BROWSER);
        return new Lab(definition, notebook, Map.of()).plan();
    }

    /** Builds an author's notebook cell by cell. */
    static final class Notebook {

        private final ObjectNode root = JsonMapper.shared().createObjectNode();

        Notebook() {
            root.put("nbformat", 4).put("nbformat_minor", 4);
            root.putObject("metadata");
            root.putArray("cells");
        }

        Notebook plain(String source) {
            return cell("code", source, null);
        }

        Notebook locked(String id, String source) {
            return cell("code", source, mark(id, false, false, true));
        }

        Notebook solution(String id, String source) {
            return cell("code", source, mark(id, false, true, false));
        }

        Notebook test(String id, double points, String source) {
            return cell("code", source, mark(id, true, false, true).put("points", points));
        }

        Notebook manual(String id, double points, String source) {
            return cell("markdown", source, mark(id, true, true, false).put("points", points));
        }

        Notebook task(String id, double points, String source) {
            return cell(
                    "markdown",
                    source,
                    mark(id, false, false, true).put("points", points).put("task", true));
        }

        private static ObjectNode mark(String id, boolean grade, boolean solution, boolean locked) {
            return JsonMapper.shared()
                    .createObjectNode()
                    .put("grade_id", id)
                    .put("grade", grade)
                    .put("solution", solution)
                    .put("locked", locked)
                    .put("schema_version", 3);
        }

        Notebook cell(String type, String source, @org.jspecify.annotations.Nullable ObjectNode mark) {
            ObjectNode cell = root.withArray("cells").addObject().put("cell_type", type);
            ObjectNode metadata = cell.putObject("metadata");
            if (mark != null) {
                metadata.set("nbgrader", mark);
            }
            if (type.equals("code")) {
                cell.putNull("execution_count");
                cell.putArray("outputs");
            }
            cell.put("source", source.stripTrailing());
            return this;
        }

        String json() {
            return root.toPrettyString();
        }

        LabNotebook read() {
            FaultList faults = new FaultList();
            Optional<LabNotebook> notebook = LabNotebook.read(SourceFile.of("lab.ipynb", json()), faults);
            return notebook.orElseThrow(() -> new AssertionError(faults.faults().toString()));
        }

        GradingPlan plan() {
            return LabFixtures.plan(read());
        }
    }

    /** The learner's version of a plan in which some solutions are written, and cells added at the end. */
    public static Submission written(GradingPlan plan, Map<String, String> solutions, String... added) {
        List<Submission.Cell> cells = new ArrayList<>();
        plan.untouched()
                .cells()
                .forEach(cell -> cells.add(new Submission.Cell(
                        cell.gradeId(), cell.code(), solutions.getOrDefault(cell.gradeId(), cell.source()))));
        for (String source : added) {
            cells.add(new Submission.Cell("", true, source));
        }
        return new Submission(cells);
    }
}

package org.collegium.labs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.content.LessonRenderer;
import org.collegium.courses.CourseLinks;
import org.collegium.labs.Lab;
import org.collegium.labs.LabDefinition.RunsOn;
import org.collegium.labs.Submission;
import org.collegium.labs.notebook.CellKind;
import org.collegium.labs.work.BeginResult;
import org.collegium.labs.work.NotebookView;
import org.collegium.labs.work.ServerRunId;
import org.collegium.labs.work.ServerRuns;
import org.collegium.shared.ui.SiteFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The notebook in the browser; what is typed there does not pass through the session. */
@Tag("collegium-lab")
class LabNotebookElement extends Component implements HasSize {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient ActivityPlace place;
    private final transient Lab lab;
    private final transient LessonRenderer renderer;
    private final transient PythonInBrowser python;
    private final @Nullable WorkTicket ticket;
    private final RunsOn where;
    private final transient ServerRuns runs;

    /** Shows a lab; without a ticket nothing is saved. */
    LabNotebookElement(
            ActivityPlace place,
            Lab lab,
            LessonRenderer renderer,
            PythonInBrowser python,
            @Nullable WorkTicket ticket,
            RunsOn where,
            ServerRuns runs) {
        this.place = place;
        this.where = where;
        this.runs = runs;
        this.lab = lab;
        this.renderer = renderer;
        this.python = python;
        this.ticket = ticket;
    }

    /** Another ticket for the same work. */
    void renew(WorkTicket another) {
        getElement().callJsFunction("renew", another.token());
    }

    /** Resolved with whether everything typed is in the database. */
    PendingJavaScriptResult saved() {
        return getElement().callJsFunction("saved");
    }

    /** Shows work that was handed in beside what is there now. */
    void showSubmitted(Submission work, int number) {
        List<Map<String, Object>> cells = new ArrayList<>();
        work.cells()
                .forEach(
                        cell -> cells.add(Map.of("key", cell.gradeId(), "code", cell.code(), "source", cell.source())));
        getElement().callJsFunction("showSubmitted", JSON.writeValueAsString(cells), number);
    }

    /** Runs cells on the server; returns JSON: what came of it, with the run's id or the reason why not. */
    @ClientCallable
    String runOnServer(String cells) {
        List<Submission.Cell> sources = new ArrayList<>();
        JSON.readTree(cells).forEach(source -> sources.add(new Submission.Cell("", true, source.asString(""))));
        return JSON.writeValueAsString(
                switch (runs.begin(place.learner(), place, sources)) {
                    case BeginResult.Begun(ServerRunId id) -> Map.of("run", id.toString());
                    case BeginResult.TooOften(Duration pause) ->
                        Map.of("refused", "often", "seconds", pause.toSeconds() + 1);
                    case BeginResult.Full() -> Map.of("refused", "full");
                    case BeginResult.TooLarge() -> Map.of("refused", "large");
                    case BeginResult.NotHere() -> Map.of("refused", "closed");
                });
    }

    /** How far a run is, as JSON; without a phase when it is not known any more. */
    @ClientCallable
    String lookAtRun(String run, int known) {
        return runs.look(place.learner(), new ServerRunId(UUID.fromString(run)), known)
                .map(JSON::writeValueAsString)
                .orElse("{}");
    }

    @ClientCallable
    void stopRun(String run) {
        runs.stop(place.learner(), new ServerRunId(UUID.fromString(run)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.PROSE);
        event.getUI().getPage().addJsModule(SiteFiles.LAB);
        getElement().executeJs("this.lab = JSON.parse($0)", JSON.writeValueAsString(data()));
    }

    private Map<String, Object> data() {
        Map<String, Object> data = new HashMap<>();
        data.put("work", ticket == null ? "" : ticket.work().toString());
        data.put("ticket", ticket == null ? "" : ticket.token());
        data.put("runtime", python.address());
        data.put("packages", where == RunsOn.SERVER ? List.of() : python.load());
        data.put("runsOn", where.name());
        data.put("needs", String.join(", ", lab.definition().packages()));
        data.put("cellSeconds", lab.definition().limits().cellSeconds());
        data.put("totalSeconds", lab.definition().limits().totalSeconds());
        data.put("saves", ticket != null);
        data.put("readOnly", false);
        data.put("texts", LabTexts.of(this));
        data.put("files", files());
        data.put("cells", NotebookView.of(lab).stream().map(this::cell).toList());
        return data;
    }

    private List<Map<String, String>> files() {
        List<Map<String, String>> files = new ArrayList<>();
        lab.files()
                .forEach((path, file) ->
                        files.add(Map.of("path", path, "address", CourseLinks.addressOf(file.sha256(), path))));
        return files;
    }

    private Map<String, Object> cell(NotebookView.Cell cell) {
        Map<String, Object> data = new HashMap<>();
        data.put("key", cell.key());
        data.put("role", role(cell));
        data.put("source", cell.source());
        if (!cell.cell().isCode()) {
            data.put("html", html(cell.source()));
        }
        if (cell.cell().points() > 0) {
            data.put(
                    "points", getTranslation("labs.notebook.points", cell.cell().points()));
        }
        List<String> hints = lab.definition().hints().getOrDefault(cell.cell().gradeId(), List.of());
        if (!hints.isEmpty()) {
            data.put("hints", hints.stream().map(this::html).toList());
        }
        return data;
    }

    private String html(String markdown) {
        Locale language = place.course().language();
        return renderer.render(markdown, place.course().links(), language).html();
    }

    private static String role(NotebookView.Cell cell) {
        CellKind kind = cell.cell().kind();
        if (!cell.cell().isCode()) {
            return kind.isLearners() ? "answer" : "text";
        }
        return switch (kind) {
            case PLAIN, TASK -> "free";
            case READ_ONLY -> "locked";
            case SOLUTION, MANUAL -> "solution";
            case TEST -> "test";
        };
    }
}

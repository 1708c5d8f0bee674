package org.collegium.labs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.content.LessonRenderer;
import org.collegium.courses.CourseLinks;
import org.collegium.labs.Lab;
import org.collegium.labs.notebook.CellKind;
import org.collegium.labs.work.NotebookView;
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

    /** Shows a lab; without a ticket nothing is saved. */
    LabNotebookElement(
            ActivityPlace place,
            Lab lab,
            LessonRenderer renderer,
            PythonInBrowser python,
            @Nullable WorkTicket ticket) {
        this.place = place;
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
        data.put("packages", python.load());
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

package org.collegium.courses.authoring.ui;

import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import org.collegium.courses.authoring.AddedFile;
import org.collegium.courses.authoring.LessonFiles;
import org.collegium.shared.RuleViolation;
import tools.jackson.databind.json.JsonMapper;

/** Takes files that were pasted, dropped or chosen in the editor, and tells it where they are. */
final class LessonUpload implements UploadHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient Adding adding;
    private final transient Function<RuleViolation, String> told;

    /** Brings a file into the draft. */
    @FunctionalInterface
    interface Adding {
        AddedFile add(String name, byte[] content);
    }

    /** @param told says a broken rule in the language of the page */
    LessonUpload(Adding adding, Function<RuleViolation, String> told) {
        this.adding = adding;
        this.told = told;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        VaadinResponse response = event.getResponse();
        response.setContentType("application/json; charset=utf-8");
        try (InputStream content = event.getInputStream()) {
            byte[] bytes = content.readNBytes((int) LessonFiles.LARGEST + 1);
            AddedFile added = adding.add(event.getFileName(), bytes);
            response.getWriter()
                    .write(JSON.writeValueAsString(Map.of(
                            "reference", added.reference(),
                            "picture", added.picture(),
                            "type", added.file().mediaType())));
        } catch (RuleViolation refused) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            response.getWriter().write(JSON.writeValueAsString(Map.of("problem", told.apply(refused))));
        }
    }

    /** The answer is written already. */
    @Override
    public void responseHandled(UploadResult result) {}

    @Override
    public long getRequestSizeMax() {
        return LessonFiles.LARGEST + (1 << 20);
    }

    @Override
    public long getFileSizeMax() {
        return LessonFiles.LARGEST + 1;
    }
}

package org.collegium.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.collegium.shared.RuleViolation;
import tools.jackson.databind.json.JsonMapper;

/** Takes files that were pasted, dropped or chosen in an editor of Studio, and tells it where they are; {@code frontend/studio/lesson-files.ts}. */
public final class FileReceiver implements UploadHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> WORDS = List.of(
            "file.sending",
            "file.failed",
            "alt.title",
            "alt.text",
            "alt.help",
            "alt.decoration",
            "alt.insert",
            "alt.needed");

    private final long largest;
    private final transient Adding adding;
    private final transient Function<RuleViolation, String> told;

    /** Keeps a file. */
    @FunctionalInterface
    public interface Adding {
        Added add(String name, byte[] content);
    }

    /**
     * A file that was kept.
     *
     * @param reference as what is written points at it
     * @param picture whether it is shown as one
     * @param type its media type
     */
    public record Added(String reference, boolean picture, String type) {}

    /**
     * @param largest bytes of a file; of a larger one, a byte more is read, so that it can be refused
     * @param told says a broken rule in the language of the page
     */
    public FileReceiver(long largest, Adding adding, Function<RuleViolation, String> told) {
        this.largest = largest;
        this.adding = adding;
        this.told = told;
    }

    /** The words that the editor says about files by itself, in the language of the page. */
    public static Map<String, String> texts(Component component) {
        Map<String, String> texts = new LinkedHashMap<>();
        WORDS.forEach(word -> texts.put(word, component.getTranslation("shared.bring." + word)));
        texts.put("cancel", component.getTranslation("shared.cancel"));
        return texts;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        VaadinResponse response = event.getResponse();
        response.setContentType("application/json; charset=utf-8");
        try (InputStream content = event.getInputStream()) {
            byte[] bytes = content.readNBytes((int) largest + 1);
            response.getWriter().write(JSON.writeValueAsString(adding.add(event.getFileName(), bytes)));
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
        return largest + (1 << 20);
    }

    @Override
    public long getFileSizeMax() {
        return largest + 1;
    }
}

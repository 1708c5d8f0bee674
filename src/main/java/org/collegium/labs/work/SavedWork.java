package org.collegium.labs.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collegium.activity.journal.WorkEntry;
import org.collegium.labs.Lab;
import org.collegium.labs.Submission;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a submission of what the journal has of a learner's notebook. */
public final class SavedWork {

    private static final String OWN_CELLS = "own-cells";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SavedWork() {}

    /** The cells in the learner's order: the lab's with what was typed in them, and after them those that they added. */
    public static Submission submission(Lab lab, List<WorkEntry> entries) {
        Map<String, String> typed = new HashMap<>();
        entries.forEach(entry -> typed.put(entry.field(), entry.content()));
        Map<String, List<String>> own = ownCells(typed.getOrDefault(OWN_CELLS, "[]"));
        List<Submission.Cell> cells = new ArrayList<>();
        for (NotebookView.Cell cell : NotebookView.of(lab)) {
            String source = cell.learners() ? typed.getOrDefault(cell.key(), cell.source()) : cell.source();
            cells.add(new Submission.Cell(cell.cell().gradeId(), cell.cell().isCode(), source));
            addOwn(cell.key(), own, typed, cells);
        }
        List<String> left = own.values().stream().flatMap(List::stream).toList();
        left.forEach(key -> cells.add(new Submission.Cell("", true, typed.getOrDefault(key, ""))));
        return new Submission(cells);
    }

    private static void addOwn(
            String after, Map<String, List<String>> own, Map<String, String> typed, List<Submission.Cell> cells) {
        List<String> here = own.remove(after);
        if (here == null) {
            return;
        }
        for (String key : here) {
            cells.add(new Submission.Cell("", true, typed.getOrDefault(key, "")));
            addOwn(key, own, typed, cells);
        }
    }

    /** What a browser wrote is not trusted: what cannot be read is no cell. */
    private static Map<String, List<String>> ownCells(String json) {
        Map<String, List<String>> own = new HashMap<>();
        try {
            for (JsonNode cell : JSON.readTree(json)) {
                String key = cell.path("key").asString("");
                if (key.startsWith("own-")) {
                    own.computeIfAbsent(cell.path("after").asString(""), after -> new ArrayList<>())
                            .addFirst(key);
                }
            }
        } catch (JacksonException unreadable) {
            return new HashMap<>();
        }
        return own;
    }
}

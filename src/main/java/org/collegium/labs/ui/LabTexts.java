package org.collegium.labs.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The words of the notebook, in the language of the page. */
final class LabTexts {

    private static final List<String> WORDS = List.of(
            "run",
            "stop",
            "runAll",
            "restart",
            "reset",
            "undoReset",
            "remove",
            "removed",
            "addCell",
            "notebook",
            "output",
            "allFinished",
            "answers",
            "undo",
            "undone",
            "hint",
            "hints",
            "nextHint",
            "traceback",
            "line",
            "shortened",
            "picture",
            "pictureWithoutWords",
            "pictureTitle",
            "enlarge",
            "frame",
            "leaveEditor",
            "cell",
            "finished",
            "failed",
            "stopped",
            "conflict",
            "keepMine",
            "takeTheirs");
    private static final List<String> BENCH = List.of(
            "traceback",
            "line",
            "shortened",
            "picture",
            "pictureWithoutWords",
            "pictureTitle",
            "enlarge",
            "frame",
            "leaveBench",
            "benchOutput");
    private static final List<String> ROLES = List.of("text", "locked", "solution", "test", "free", "answer");
    private static final List<String> KERNEL = List.of("idle", "starting", "ready", "busy", "broken");
    private static final List<String> SAVING =
            List.of("fetching", "saved", "waiting", "offline", "conflict", "closed", "full", "refused");
    private static final List<String> ERRORS = List.of(
            "NameError",
            "SyntaxError",
            "IndentationError",
            "TypeError",
            "ValueError",
            "IndexError",
            "KeyError",
            "AttributeError",
            "ZeroDivisionError",
            "ModuleNotFoundError",
            "AssertionError",
            "RecursionError",
            "NotImplementedError");

    private static final List<String> BROKEN =
            List.of("CELL_TIME", "TOTAL_TIME", "CALLS", "VALUE_SIZE", "ENDED", "FORGED");
    private static final List<String> SERVER = List.of(
            "label", "browser", "server", "needed", "chosen", "limits", "idle", "busy", "next", "ahead", "often",
            "full", "large", "closed", "failed", "lost", "offline", "missing");
    private static final List<String> HISTORY = List.of(
            "open",
            "title",
            "choose",
            "none",
            "more",
            "unreachable",
            "here",
            "elsewhere",
            "both",
            "of",
            "submission",
            "same",
            "legend",
            "restore",
            "take",
            "restoreCell",
            "unchanged",
            "removed",
            "others",
            "restored");
    private static final List<String> KEYS = List.of(
            "open",
            "title",
            "runNext",
            "runStay",
            "runInsert",
            "runAll",
            "save",
            "up",
            "down",
            "indent",
            "leave",
            "complete",
            "comment",
            "find",
            "undo");

    private LabTexts() {}

    /** As the notebook's script expects them. */
    static Map<String, Object> of(Component page) {
        Map<String, Object> texts = new LinkedHashMap<>();
        WORDS.forEach(word -> texts.put(word, page.getTranslation("labs.notebook." + word)));
        texts.put("roles", group(page, "role", ROLES));
        texts.put("kernel", group(page, "kernel", KERNEL));
        texts.put("saving", group(page, "saving", SAVING));
        texts.put("errors", group(page, "error", ERRORS));
        texts.put("broken", group(page, "broken", BROKEN));
        texts.put("server", group(page, "server", SERVER));
        texts.put("history", group(page, "history", HISTORY));
        texts.put("keys", group(page, "keys", KEYS));
        texts.put("close", page.getTranslation("shared.close"));
        return texts;
    }

    /** Those that a single field for code needs. */
    static Map<String, Object> ofBench() {
        Map<String, Object> texts = new LinkedHashMap<>();
        BENCH.forEach(word -> texts.put(word, translate("labs.notebook." + word)));
        texts.put("close", translate("shared.close"));
        texts.put("errors", group(key -> translate(key), "error", ERRORS));
        texts.put("broken", group(key -> translate(key), "broken", BROKEN));
        texts.put("server", group(key -> translate(key), "server", List.of("missing")));
        return texts;
    }

    private static Map<String, String> group(Component page, String group, List<String> words) {
        return group(key -> page.getTranslation(key), group, words);
    }

    private static Map<String, String> group(UnaryOperator<String> texts, String group, List<String> words) {
        return words.stream()
                .collect(Collectors.toMap(Function.identity(), word -> texts.apply("labs." + group + "." + word)));
    }
}

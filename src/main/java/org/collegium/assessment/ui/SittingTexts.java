package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.collegium.assessment.ui.SittingPanel.Kind;
import tools.jackson.databind.json.JsonMapper;

/** The words of an attempt that the browser says without the server, in the language of the page. */
final class SittingTexts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> FATES =
            List.of("none", "trial", "saved", "waiting", "offline", "conflict", "closed", "full", "refused");
    private static final List<String> ALL =
            List.of("none", "trial", "saved", "waiting", "conflict", "closed", "full", "refused");
    private static final List<String> STEP = List.of("open", "answered", "unsaved", "conflict");
    private static final List<String> NOT_SUBMITTED = List.of("offline", "conflict", "unsaved", "failed", "silent");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("conflict", "assessment.conflict"),
            Map.entry("here", "assessment.conflict.here"),
            Map.entry("there", "assessment.conflict.there"),
            Map.entry("noAnswer", "assessment.conflict.no-answer"),
            Map.entry("keepMine", "assessment.conflict.keep-mine"),
            Map.entry("takeTheirs", "assessment.conflict.take-theirs"),
            Map.entry("outOfTurn", "assessment.out-of-turn"),
            Map.entry("replaced", "assessment.replaced"),
            Map.entry("ended", "assessment.ended.elsewhere"),
            Map.entry("receipt", "assessment.receipts.line"),
            Map.entry("noReceipts", "assessment.receipts.none"),
            Map.entry("flagged", "assessment.step.flagged"),
            Map.entry("submitting", "assessment.submitting"),
            Map.entry("filesUnderWay", "assessment.files.under-way"),
            Map.entry("over", "assessment.over"),
            Map.entry("overOffline", "assessment.over.offline"));

    private final Component in;

    private SittingTexts(Component in) {
        this.in = in;
    }

    /** As JSON; numbers that the browser fills in stay as they are in the texts. */
    static String of(Component in, int questions, Kind kind) {
        Wanted wanted = new Wanted(UI.getCurrent().getLocale(), questions, kind);
        return Prepared.text(wanted, () -> JSON.writeValueAsString(new SittingTexts(in).words(questions, kind)));
    }

    /** What the words depend on. */
    private record Wanted(Locale language, int questions, Kind kind) {}

    private Map<String, Object> words(int questions, Kind kind) {
        Map<String, Object> texts = new LinkedHashMap<>();
        WORDS.forEach((name, key) -> texts.put(name, open(key)));
        texts.put("fates", group("assessment.fate.", FATES));
        Map<String, String> all = group("assessment.all.", ALL);
        if (kind == Kind.REHEARSAL) {
            all.put("trial", open("assessment.all.rehearsal"));
        }
        if (kind != Kind.ATTEMPT) {
            texts.put("over", open("assessment.over.practice"));
            texts.put("overOffline", open("assessment.over.practice.offline"));
        }
        texts.put("all", all);
        texts.put("step", group("assessment.step.", STEP));
        texts.put("notSubmitted", group("assessment.not-submitted.", NOT_SUBMITTED));
        texts.put("offline", counted(questions, count -> in.getTranslation("assessment.all.offline", count)));
        texts.put("answered", counted(questions, count -> in.getTranslation("assessment.answered", count, questions)));
        texts.put("lookAll", in.getTranslation("assessment.last-look.all", questions));
        texts.put("lookSome", counted(questions, count -> in.getTranslation("assessment.last-look.some", count)));
        return texts;
    }

    private Map<String, String> group(String prefix, List<String> names) {
        Map<String, String> texts = new LinkedHashMap<>();
        names.forEach(name -> texts.put(name, open(prefix + name)));
        return texts;
    }

    /** A text whose places are filled in later. */
    private String open(String key) {
        return in.getTranslation(key, "{0}", "{1}");
    }

    private static List<String> counted(int most, IntFunction<String> text) {
        return IntStream.rangeClosed(0, most).mapToObj(text).toList();
    }
}

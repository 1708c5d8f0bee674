package org.collegium.courses.authoring.ui;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collegium.shared.ui.FileReceiver;

/** The words that the editor of lessons says by itself, in the language of the page. */
final class LessonTexts {

    private static final List<String> WORDS = List.of(
            "editor",
            "editor.keys",
            "state.kept",
            "state.saved",
            "state.waiting",
            "state.offline",
            "state.clash",
            "state.refused",
            "state.unread",
            "bold",
            "italic",
            "link",
            "code",
            "formula",
            "cell",
            "note",
            "video.title",
            "clash.title",
            "clash.lead",
            "clash.other",
            "clash.mine",
            "clash.theirs",
            "clash.both",
            "clash.nothing",
            "clash.done",
            "clash.open",
            "merged",
            "elsewhere",
            "elsewhere.take",
            "elsewhere.drop",
            "count");

    private LessonTexts() {}

    static Map<String, String> of(Component component) {
        Map<String, String> texts = new LinkedHashMap<>(FileReceiver.texts(component));
        WORDS.forEach(word -> texts.put(word, component.getTranslation("courses.lesson.word." + word)));
        return texts;
    }
}

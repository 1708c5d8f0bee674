package org.collegium.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;

/** Writes the footnotes of a text: marks where they are called, the notes at the end in the order of their calls. */
final class NoteWriter {

    private static final int MOST_NOTES = 2000;

    private final TextWriting writing;
    private final String prefix;
    private final Map<String, FootnoteDefinition> definitions = new HashMap<>();
    private final List<String> called = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();

    NoteWriter(TextWriting writing, int cell) {
        this.writing = writing;
        prefix = Slugs.PREFIX + (cell == 0 ? "" : cell + "-");
    }

    void define(FootnoteDefinition definition) {
        definitions.putIfAbsent(definition.getLabel().toLowerCase(Locale.ROOT), definition);
    }

    void call(FootnoteReference reference) {
        String label = reference.getLabel().toLowerCase(Locale.ROOT);
        if (!numbers.containsKey(label)) {
            called.add(label);
            numbers.put(label, called.size());
        }
        int number = numbers.get(label);
        int call = calls.merge(label, 1, Integer::sum);
        writing.out()
                .open("sup", "class", "note-call")
                .open(
                        "a",
                        "href",
                        "#" + prefix + "note-" + number,
                        "id",
                        prefix + "call-" + number + (call == 1 ? "" : "-" + call),
                        "aria-label",
                        writing.words().get("content.text.note", number))
                .text(String.valueOf(number))
                .close("a")
                .close("sup");
    }

    /** Writes the notes that were called; notes may call further ones. */
    void writeAll(Consumer<Node> children) {
        if (called.isEmpty()) {
            return;
        }
        writing.out().line().open("section", "class", "notes").open("ol");
        for (int i = 0; i < called.size() && i < MOST_NOTES; i++) {
            FootnoteDefinition definition = definitions.get(called.get(i));
            int number = i + 1;
            writing.out().open("li", "id", prefix + "note-" + number);
            if (definition != null) {
                children.accept(definition);
            }
            writing.out()
                    .open(
                            "a",
                            "class",
                            "note-back",
                            "href",
                            "#" + prefix + "call-" + number,
                            "aria-label",
                            writing.words().get("content.text.note-back", number))
                    .text("↩")
                    .close("a")
                    .close("li");
        }
        writing.out().close("ol").close("section").line();
    }
}

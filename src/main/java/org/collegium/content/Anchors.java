package org.collegium.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places of one text to which references may point, the first of a name where there are several. */
final class Anchors {

    /** A place that references lead to. */
    record Anchor(String id, String title) {}

    private final Map<String, Anchor> anchors = new HashMap<>();
    private final List<Label> labels = new ArrayList<>();
    private int numberedFormulas;

    /** The place with a label, a heading's id, or an id of raw HTML, as written. */
    Optional<Anchor> find(String label) {
        return Optional.ofNullable(anchors.get(Slugs.id(label)));
    }

    List<Label> labels() {
        return labels;
    }

    /** The title of the text, which has no place of its own in it. */
    void title(String text) {
        anchors.putIfAbsent(Slugs.id(text), new Anchor("", text));
    }

    void heading(Heading heading) {
        anchors.put(heading.id(), new Anchor(heading.id(), heading.text()));
    }

    /** An element of raw HTML with an id. */
    void mark(String id) {
        anchors.putIfAbsent(Slugs.id(id), new Anchor(Slugs.id(id), id));
    }

    /** A formula of its own line, numbered when it has a label. */
    void number(String label) {
        if (!label.isEmpty()) {
            label(label, "(" + ++numberedFormulas + ")");
        }
    }

    void label(String label, String text) {
        if (anchors.putIfAbsent(Slugs.id(label), new Anchor(Slugs.id(label), text)) == null) {
            labels.add(new Label(label, text, Slugs.id(label)));
        }
    }
}

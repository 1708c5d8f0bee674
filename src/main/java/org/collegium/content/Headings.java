package org.collegium.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.collegium.content.markdown.Attributes;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Finds the title of a text, and gives its other headings ids and levels without gaps. */
final class Headings {

    private final Slugs slugs = new Slugs();
    private final IdentityHashMap<Node, Heading> byNode = new IdentityHashMap<>();
    private final List<Heading> inOrder = new ArrayList<>();
    private final Deque<Integer> levels = new ArrayDeque<>();
    private final Anchors anchors;
    private final String givenTitle;
    private String title;
    private @Nullable Node titleHeading;

    Headings(String givenTitle, Anchors anchors) {
        this.givenTitle = givenTitle;
        this.anchors = anchors;
        title = givenTitle;
    }

    String title() {
        return title;
    }

    List<Heading> inOrder() {
        return inOrder;
    }

    /** The heading as it is rendered, or empty when it is the title. */
    Optional<Heading> of(Node node) {
        return Optional.ofNullable(byNode.get(node));
    }

    void read(org.commonmark.node.Heading node, int line) {
        String text = PlainText.of(node);
        if (node.getLevel() == 1 && titleHeading == null && isTitle(node, text)) {
            titleHeading = node;
            title = givenTitle.isEmpty() ? text : givenTitle;
            anchors.title(text);
            return;
        }
        while (!levels.isEmpty() && levels.peek() >= node.getLevel()) {
            levels.pop();
        }
        levels.push(node.getLevel());
        String given = node.getLastChild() instanceof Attributes attributes ? attributes.value("id") : "";
        String id = slugs.unique(given.isEmpty() ? text : given);
        Heading rendered = new Heading(Math.min(6, levels.size() + 1), text, id, line);
        byNode.put(node, rendered);
        inOrder.add(rendered);
        anchors.heading(rendered);
    }

    private boolean isTitle(org.commonmark.node.Heading node, String text) {
        return !text.isEmpty()
                && (givenTitle.isEmpty()
                        || givenTitle.equalsIgnoreCase(text)
                        || (node.getParent() instanceof Document && node.getPrevious() == null));
    }
}

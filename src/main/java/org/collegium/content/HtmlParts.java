package org.collegium.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.collegium.content.HtmlMarkdown.Listener;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Takes HTML apart: each block is a part, and so is what stands between two blocks. What stands too deep is plain text. */
final class HtmlParts {

    private final int deepest;
    private final Listener listener;
    private final Function<Element, String> block;
    private final Function<Node, String> inline;
    private final UnaryOperator<String> line;
    private int depth;

    /**
     * @param deepest how many elements may stand in each other
     * @param block says a block
     * @param inline says a node within a line
     * @param line ends a line
     */
    HtmlParts(
            int deepest,
            Listener listener,
            Function<Element, String> block,
            Function<Node, String> inline,
            UnaryOperator<String> line) {
        this.deepest = deepest;
        this.listener = listener;
        this.block = block;
        this.inline = inline;
        this.line = line;
    }

    /** What is inside an element. */
    List<String> in(Element parent) {
        List<String> parts = new ArrayList<>();
        StringBuilder between = new StringBuilder();
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element && HtmlMarkdown.block(element)) {
                add(line.apply(between.toString()), parts);
                between.setLength(0);
                add(block(element), parts);
            } else {
                between.append(inline.apply(node));
            }
        }
        add(line.apply(between.toString()), parts);
        return parts;
    }

    private static void add(String part, List<String> parts) {
        if (!part.isBlank()) {
            parts.add(part);
        }
    }

    /** A block. */
    String block(Element element) {
        return deeper(element, block, MarkdownText::tidied);
    }

    /**
     * An element that may hold others.
     *
     * @param said says it
     * @param plain ends its text where it stands too deep
     */
    String deeper(Element element, Function<Element, String> said, UnaryOperator<String> plain) {
        if (depth >= deepest) {
            listener.plainer(element.normalName());
            return plain.apply(MarkdownText.of(element.text()));
        }
        depth++;
        try {
            return said.apply(element);
        } finally {
            depth--;
        }
    }
}

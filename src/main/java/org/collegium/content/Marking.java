package org.collegium.content;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Puts marks around pieces of a text; words beside one another get one mark. */
final class Marking {

    private final String element;

    /** @param element {@code ins} or {@code del} */
    Marking(String element) {
        this.element = element;
    }

    /** A piece that is part of the change with this number. */
    record Marked(MarkedTexts.Piece piece, int change) {}

    private record Run(int start, int end, int change) {}

    void write(List<Marked> all) {
        IdentityHashMap<Node, List<Run>> texts = new IdentityHashMap<>();
        for (Marked marked : all) {
            MarkedTexts.Piece piece = marked.piece();
            if (piece.node() instanceof TextNode) {
                join(texts.computeIfAbsent(piece.node(), node -> new ArrayList<>()), piece, marked.change());
            } else {
                piece.node().wrap(mark(marked.change()));
            }
        }
        texts.forEach((node, runs) -> {
            plain(node);
            for (Run run : runs.reversed()) {
                TextNode text = (TextNode) node;
                if (run.end() < text.getWholeText().length()) {
                    text.splitText(run.end());
                }
                (run.start() > 0 ? text.splitText(run.start()) : text).wrap(mark(run.change()));
            }
        });
    }

    private static void join(List<Run> runs, MarkedTexts.Piece piece, int change) {
        String text = ((TextNode) piece.node()).getWholeText();
        Run last = runs.isEmpty() ? null : runs.getLast();
        if (last != null
                && last.change() == change
                && text.substring(last.end(), piece.start()).isBlank()) {
            runs.set(runs.size() - 1, new Run(last.start(), piece.end(), change));
        } else {
            runs.add(new Run(piece.start(), piece.end(), change));
        }
    }

    /** Code that is coloured would lose its marks. */
    private static void plain(Node text) {
        if (text.parent() instanceof Element around && around.normalName().equals("code")) {
            around.removeAttr("class");
        }
    }

    private String mark(int change) {
        return "<" + element + " data-change=\"" + change + "\"></" + element + ">";
    }
}

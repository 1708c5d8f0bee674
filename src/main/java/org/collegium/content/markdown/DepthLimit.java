package org.collegium.content.markdown;

import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.jspecify.annotations.Nullable;

/** Cuts trees that are nested deeper than any reader can follow, so that recursive passes over them stay bounded. */
final class DepthLimit implements PostProcessor {

    static final int DEEPEST = 150;

    @Override
    public Node process(Node document) {
        int depth = 0;
        Node node = document;
        while (true) {
            if (depth >= DEEPEST && node.getFirstChild() != null) {
                flatten(node);
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != document && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            if (node == document) {
                return document;
            }
            node = node.getNext();
        }
    }

    private static void flatten(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node inner = node.getFirstChild(); inner != null; inner = following(inner, node)) {
            if (inner instanceof Text literal) {
                text.append(literal.getLiteral());
            } else if (inner instanceof Code code) {
                text.append(code.getLiteral());
            } else if (inner.getFirstChild() == null) {
                text.append(' ');
            }
        }
        for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
            child.unlink();
        }
        DeepText replacement = new DeepText(text.toString());
        replacement.setSourceSpans(node.getSourceSpans());
        node.appendChild(replacement);
    }

    private static @Nullable Node following(Node node, Node top) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != top && at.getNext() == null) {
            at = at.getParent();
        }
        return at == top ? null : at.getNext();
    }
}

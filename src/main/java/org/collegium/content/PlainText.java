package org.collegium.content;

import org.collegium.content.markdown.Attributes;
import org.collegium.content.markdown.InlineMath;
import org.collegium.content.markdown.Role;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The text of a node without its markup. */
final class PlainText {

    private PlainText() {}

    static String of(Node node) {
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString().strip();
    }

    private static void append(Node parent, StringBuilder text) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text plain -> text.append(plain.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case InlineMath math -> text.append(math.tex());
                case Role role -> text.append(role.text().isEmpty() ? role.target() : role.text());
                case SoftLineBreak soft -> text.append(' ');
                case HardLineBreak hard -> text.append(' ');
                case HtmlInline html -> {}
                case Attributes attributes -> {}
                default -> append(node, text);
            }
        }
    }
}

package org.collegium.content;

import org.collegium.content.markdown.Role;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The words of a paragraph that are read as a sentence: formulas, code, pictures and bare addresses are left out. */
final class ProseText {

    private ProseText() {}

    static String of(Node paragraph) {
        StringBuilder text = new StringBuilder();
        append(paragraph, text);
        return text.toString().strip();
    }

    private static void append(Node parent, StringBuilder text) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text plain -> text.append(plain.getLiteral());
                case Role role -> text.append(role.text());
                case SoftLineBreak soft -> text.append(' ');
                case HardLineBreak hard -> text.append(' ');
                case Link link when isBare(link) -> {}
                case Link link -> append(link, text);
                case Emphasis emphasis -> append(emphasis, text);
                case StrongEmphasis emphasis -> append(emphasis, text);
                default -> {}
            }
        }
    }

    private static boolean isBare(Link link) {
        return link.getFirstChild() instanceof Text text
                && text.getNext() == null
                && link.getDestination().endsWith(text.getLiteral());
    }
}

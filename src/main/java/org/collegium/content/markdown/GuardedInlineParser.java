package org.collegium.content.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/**
 * Reads inline Markdown unless that could nest so deeply, or need so many looks ahead, that it endangers the server;
 * then the block is text. The library's own reader is recursive in the depth of emphasis and pictures, and looks for the
 * end of every tag and comment up to the end of the block.
 */
final class GuardedInlineParser implements InlineParser {

    private static final int DEEPEST = 1_000;
    private static final long MOST_LOOKAHEAD = 20_000_000;

    private final InlineParser reader;

    GuardedInlineParser(InlineParserContext context) {
        reader = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node node) {
        String text = lines.getContent();
        if (text.length() > DEEPEST && (depth(text) > DEEPEST || lookahead(text) > MOST_LOOKAHEAD)) {
            DeepText plain = new DeepText(text);
            plain.setSourceSpans(lines.getSourceSpans());
            node.appendChild(plain);
        } else {
            reader.parse(lines, node);
        }
    }

    /** At most so many elements can lie inside one another: at each place as many as were opened and are still to be closed. */
    private static int depth(String text) {
        int closers = 0;
        for (int i = 0; i < text.length(); i++) {
            closers += closes(text, i) ? 1 : 0;
        }
        int deepest = 0;
        int openers = 0;
        for (int i = 0; i < text.length(); i++) {
            closers -= closes(text, i) ? 1 : 0;
            openers += opens(text, i) ? 1 : 0;
            deepest = Math.max(deepest, Math.min(openers, closers));
        }
        return deepest;
    }

    private static boolean opens(String text, int at) {
        char c = text.charAt(at);
        return c == '[' || (delimits(c) && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1)));
    }

    private static boolean closes(String text, int at) {
        char c = text.charAt(at);
        return c == ']' || (delimits(c) && at > 0 && !Character.isWhitespace(text.charAt(at - 1)));
    }

    private static boolean delimits(char c) {
        return c == '*' || c == '_' || c == '~';
    }

    /** How many characters are looked at in search of the ends of tags and comments. */
    private static long lookahead(String text) {
        long sum = 0;
        int end = text.length();
        for (int at = text.length() - 1; at >= 0; at--) {
            char c = text.charAt(at);
            if (c == '>') {
                end = at;
            } else if (c == '<') {
                boolean remark = at + 1 < text.length() && (text.charAt(at + 1) == '!' || text.charAt(at + 1) == '?');
                sum += (remark ? text.length() : end) - at;
            }
        }
        return sum;
    }
}

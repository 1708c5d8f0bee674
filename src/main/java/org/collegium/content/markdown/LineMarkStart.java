package org.collegium.content.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Recognises labels {@code (name)=}, block breaks {@code +++} and comments {@code % …}, which all end with their line. */
final class LineMarkStart implements BlockParserFactory {

    private static final Pattern LABEL = Pattern.compile("\\(([^()\\s][^()]{0,200})\\)=\\s*");

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        int index = state.getNextNonSpaceIndex();
        CharSequence line = state.getLine().getContent();
        if (state.getIndent() >= 4 || index >= line.length()) {
            return BlockStart.none();
        }
        String rest = line.subSequence(index, line.length()).toString();
        boolean withinParagraph = !matched.getParagraphLines().isEmpty();
        return switch (rest.charAt(0)) {
            case '+' -> rest.matches("\\+{3}(\\s.*)?") ? mark(new Unseen(), line) : BlockStart.none();
            case '%' -> withinParagraph ? BlockStart.none() : mark(new Unseen(), line);
            case '(' -> {
                Matcher label = LABEL.matcher(rest);
                yield label.matches() && !withinParagraph
                        ? mark(new Target(label.group(1).strip()), line)
                        : BlockStart.none();
            }
            default -> BlockStart.none();
        };
    }

    private static BlockStart mark(CustomBlock block, CharSequence line) {
        return BlockStart.of(new OneLineBlock(block)).atIndex(line.length());
    }

    /** A line that is not shown. */
    static final class Unseen extends CustomBlock {}
}

package org.collegium.content.markdown;

import org.commonmark.internal.ParagraphParser;
import org.commonmark.node.Block;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Begins a new paragraph after many lines. The library's readers each copy the lines of the open paragraph whenever they
 * look at a further one, so that the time for one endless paragraph grows with the square of its lines. Serves one text.
 */
final class ParagraphLimit implements BlockParserFactory {

    static final int MOST_LINES = 500;

    private @Nullable Block open;
    private int firstLine;

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        Block block = matched.getMatchedBlockParser().getBlock();
        if (!(block instanceof Paragraph)) {
            return BlockStart.none();
        }
        int line = number(state.getLine());
        if (block != open) {
            open = block;
            firstLine = line - matched.getParagraphLines().getLines().size();
        }
        return line - firstLine < MOST_LINES ? BlockStart.none() : BlockStart.of(new ParagraphParser());
    }

    private static int number(SourceLine line) {
        return line.getSourceSpan() == null ? 0 : line.getSourceSpan().getLineIndex();
    }
}

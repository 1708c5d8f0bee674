package org.collegium.content.markdown;

import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Recognises the opening fences of directives, their options, and fences of colons that close nothing. */
final class DirectiveStart implements BlockParserFactory {

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        BlockStart options = DirectiveOptions.tryStart(state, matched);
        if (options != null) {
            return options;
        }
        if (state.getIndent() >= 4) {
            return BlockStart.none();
        }
        Fence fence = Fence.at(state.getLine().getContent(), state.getNextNonSpaceIndex());
        if (fence == null) {
            return BlockStart.none();
        }
        Fence.Opening opening = fence.opening();
        if (opening != null) {
            return directive(state, matched, fence, opening);
        }
        return fence.sign() == ':' && fence.bare()
                ? BlockStart.of(new OneLineBlock(new StrayFence())).atIndex(fence.restColumn())
                : BlockStart.none();
    }

    private static BlockStart directive(
            ParserState state, MatchedBlockParser matched, Fence fence, Fence.Opening opening) {
        SourceLine line = state.getLine();
        Directive block = new Directive(opening.name(), opening.argument(), opening.column());
        Block container = matched.getMatchedBlockParser().getBlock();
        int end = line.getContent().length();
        if (VerbatimDirectiveReader.reads(opening.name())) {
            int number = line.getSourceSpan() == null ? 0 : line.getSourceSpan().getLineIndex();
            return BlockStart.of(new VerbatimDirectiveReader(block, fence, container, state.getIndent(), number))
                    .atIndex(end);
        }
        int from = Math.min(opening.column(), end);
        SourceLine argument =
                line.substring(from, Math.min(from + opening.argument().length(), end));
        return BlockStart.of(new MarkdownDirectiveReader(
                        block, fence, opening.division(), container, state.getIndent(), argument))
                .atIndex(end);
    }
}

package org.collegium.content.markdown;

import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Reads directives whose body is Markdown. */
final class MarkdownDirectiveReader extends FenceReader {

    /** Directives whose argument is a destination and not a title. */
    private static final Set<String> WITH_PATH = Set.of("figure", "image", "video", "include");

    private final int fenceIndent;
    private final SourceLine argument;
    private int lines;
    private @Nullable Fence code;

    MarkdownDirectiveReader(
            Directive block, Fence opening, boolean division, Block container, int fenceIndent, SourceLine argument) {
        super(block, opening, division, container);
        this.fenceIndent = fenceIndent;
        this.argument = argument;
    }

    @Override
    boolean readsCode() {
        return code != null;
    }

    /** Whether the present line directly follows the opening fence. */
    boolean atHead() {
        return lines == 1;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block childBlock) {
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        lines++;
        Fence fence = Fence.at(state.getLine().getContent(), state.getNextNonSpaceIndex());
        if (fence != null) {
            if (code == null && fence.bare() && closedBy(fence, state.getIndent())) {
                block.close();
                return BlockContinue.finished();
            }
            if (innermostFor(state.getIndent())) {
                follow(fence);
            }
        }
        int stripped = Math.min(fenceIndent, state.getNextNonSpaceIndex() - state.getIndex());
        return BlockContinue.atIndex(state.getIndex() + stripped);
    }

    private void follow(Fence fence) {
        if (code == null) {
            if (fence.opensCode()) {
                code = fence;
            }
        } else if (fence.bare() && fence.sign() == code.sign() && fence.length() >= code.length()) {
            code = null;
        }
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
        if (!block.argument().isEmpty() && !WITH_PATH.contains(block.name())) {
            DirectiveTitle title = new DirectiveTitle();
            inlineParser.parse(SourceLines.of(argument), title);
            block.prependChild(title);
        }
    }
}

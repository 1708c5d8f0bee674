package org.collegium.content.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** Reads directives whose body is code, a formula or a foreign notation. */
final class VerbatimDirectiveReader extends FenceReader {

    private static final Set<String> NAMES = Set.of(
            "code",
            "code-block",
            "code-cell",
            "sourcecode",
            "math",
            "raw",
            "mermaid",
            "eval-rst",
            "literalinclude",
            "include",
            "csv-table",
            "toctree",
            "bibliography",
            "graphviz",
            "output");

    private final int fenceIndent;
    private final int openingLine;
    private final List<String> lines = new ArrayList<>();
    private boolean opened;

    VerbatimDirectiveReader(Directive block, Fence opening, Block container, int fenceIndent, int openingLine) {
        super(block, opening, false, container);
        this.fenceIndent = fenceIndent;
        this.openingLine = openingLine;
    }

    static boolean reads(String name) {
        return NAMES.contains(name);
    }

    @Override
    boolean readsCode() {
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        Fence fence = Fence.at(state.getLine().getContent(), state.getNextNonSpaceIndex());
        if (fence != null && fence.bare() && closedBy(fence, state.getIndent())) {
            block.close();
            return BlockContinue.finished();
        }
        int stripped = Math.min(fenceIndent, state.getNextNonSpaceIndex() - state.getIndex());
        return BlockContinue.atIndex(state.getIndex() + stripped);
    }

    @Override
    public void addLine(SourceLine line) {
        if (opened) {
            lines.add(line.getContent().toString());
        }
        opened = true;
    }

    @Override
    public void closeBlock() {
        Map<String, String> options = new LinkedHashMap<>();
        int head = DirectiveOptions.read(lines, options);
        block.options(options);
        while (head < lines.size() && lines.get(head).isBlank()) {
            head++;
        }
        block.body(String.join("\n", lines.subList(head, lines.size())).stripTrailing(), openingLine + 1 + head);
        super.closeBlock();
    }
}

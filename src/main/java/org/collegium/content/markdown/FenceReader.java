package org.collegium.content.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.block.AbstractBlockParser;
import org.jspecify.annotations.Nullable;

/**
 * What readers of fenced directives share: they know the directive around them and the one open inside, so that a
 * closing fence reaches the right one although the outermost is asked first.
 */
abstract class FenceReader extends AbstractBlockParser {

    final Directive block;
    final Fence opening;
    private final boolean division;
    private final @Nullable FenceReader parent;
    private final int indentBelowParent;
    private @Nullable FenceReader child;

    FenceReader(Directive block, Fence opening, boolean division, Block container) {
        this.block = block;
        this.opening = opening;
        this.division = division;
        int indent = 0;
        FenceReader found = null;
        for (Node node = container; node != null && found == null; node = node.getParent()) {
            if (node instanceof Directive directive) {
                found = directive.reader();
            } else if (node instanceof ListItem item) {
                Integer own = item.getContentIndent();
                indent += own == null ? 0 : own;
            } else if (node instanceof BlockQuote) {
                indent = 10_000;
            }
        }
        parent = found;
        indentBelowParent = indent;
        if (parent != null) {
            parent.child = this;
        }
        block.reader(this);
    }

    /** Whether lines are at present code, in which no fence but its own counts. */
    abstract boolean readsCode();

    @Override
    public Directive getBlock() {
        return block;
    }

    @Override
    public void closeBlock() {
        if (parent != null && parent.child == this) {
            parent.child = null;
        }
        block.reader(null);
    }

    /** Whether no directive inside this one can claim a line with this indent. */
    boolean innermostFor(int indent) {
        return child == null || child.indentBelowParent > indent;
    }

    /** Whether a bare fence closes exactly this directive. */
    boolean closedBy(Fence fence, int indent) {
        List<FenceReader> open = new ArrayList<>();
        int left = indent;
        for (FenceReader reader = this; reader != null; reader = reader.child) {
            if (reader != this) {
                left -= reader.indentBelowParent;
            }
            if (left < 0) {
                break;
            }
            open.add(reader);
        }
        FenceReader innermost = open.getLast();
        if (innermost.readsCode() && innermost != this) {
            return false;
        }
        return claimant(open, fence) == this;
    }

    private static @Nullable FenceReader claimant(List<FenceReader> open, Fence fence) {
        FenceReader innermost = open.getLast();
        if (innermost.readsCode() && !innermost.matches(fence)) {
            return null;
        }
        if (innermost.division && fence.sign() == ':') {
            return innermost;
        }
        for (FenceReader reader : open.reversed()) {
            if (reader.matches(fence) && reader.opening.length() == fence.length()) {
                return reader;
            }
        }
        for (FenceReader reader : open.reversed()) {
            if (reader.matches(fence)) {
                return reader;
            }
        }
        return null;
    }

    private boolean matches(Fence fence) {
        return fence.sign() == opening.sign() && fence.length() >= opening.length();
    }
}

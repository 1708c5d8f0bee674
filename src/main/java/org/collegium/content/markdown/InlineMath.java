package org.collegium.content.markdown;

import org.commonmark.node.CustomNode;

/** A formula within a line. */
public final class InlineMath extends CustomNode {

    private final String tex;
    private final boolean display;

    InlineMath(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    public String tex() {
        return tex;
    }

    /** Whether it was written with double dollars. */
    public boolean display() {
        return display;
    }
}

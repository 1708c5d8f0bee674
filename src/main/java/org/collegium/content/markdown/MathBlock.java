package org.collegium.content.markdown;

import org.commonmark.node.CustomBlock;

/** A displayed formula that stands as a block of its own. */
public final class MathBlock extends CustomBlock {

    private String tex = "";
    private String label = "";
    private boolean closed;

    public String tex() {
        return tex;
    }

    /** The label behind the closing dollars, or empty. */
    public String label() {
        return label;
    }

    public boolean closed() {
        return closed;
    }

    void content(String text, String name, boolean complete) {
        tex = text;
        label = name;
        closed = complete;
    }
}

package org.collegium.content.markdown;

import org.commonmark.node.CustomBlock;

/** A label before a block, {@code (name)=}, to which references point. */
public final class Target extends CustomBlock {

    private final String label;

    Target(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

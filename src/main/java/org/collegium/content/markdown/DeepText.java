package org.collegium.content.markdown;

import org.commonmark.node.Text;

/** Text in place of a tree that was nested too deeply. */
public final class DeepText extends Text {

    DeepText(String literal) {
        super(literal);
    }
}

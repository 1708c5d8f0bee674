package org.collegium.content.markdown;

import java.util.Map;
import org.commonmark.node.CustomNode;

/** Attributes in braces behind an image, a link or a heading, such as <code>{#id alt='…'}</code>. */
public final class Attributes extends CustomNode {

    private final String literal;
    private final Map<String, String> values;

    Attributes(String literal, Map<String, String> values) {
        this.literal = literal;
        this.values = Map.copyOf(values);
    }

    /** The attributes as written, braces included. */
    public String literal() {
        return literal;
    }

    /** The value of an attribute or empty; the id has the key {@code id}. */
    public String value(String key) {
        return values.getOrDefault(key, "");
    }
}

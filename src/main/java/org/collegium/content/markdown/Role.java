package org.collegium.content.markdown;

import org.commonmark.node.CustomNode;

/** An inline role such as <code>{ref}`label`</code>. */
public final class Role extends CustomNode {

    private final String name;
    private final String content;

    Role(String name, String content) {
        this.name = name;
        this.content = content;
    }

    public String name() {
        return name;
    }

    public String content() {
        return content;
    }

    /** What is pointed at: the part in angle brackets, or all of it. */
    public String target() {
        int open = content.lastIndexOf('<');
        return open >= 0 && content.endsWith(">")
                ? content.substring(open + 1, content.length() - 1).strip()
                : content.strip();
    }

    /** The text before the angle brackets, or empty. */
    public String text() {
        int open = content.lastIndexOf('<');
        return open > 0 && content.endsWith(">") ? content.substring(0, open).strip() : "";
    }
}

package org.collegium.content.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.CustomBlock;
import org.jspecify.annotations.Nullable;

/**
 * A fenced directive such as {@code :::{note} A title}. Its body is either Markdown, then it is in the children, or
 * verbatim, then it is in {@link #body()}.
 */
public final class Directive extends CustomBlock {

    private final String name;
    private final String argument;
    private final int argumentColumn;
    private final Map<String, String> options = new LinkedHashMap<>();
    private @Nullable String body;
    private int bodyLine;
    private boolean closed;
    private @Nullable FenceReader reader;

    Directive(String name, String argument, int argumentColumn) {
        this.name = name;
        this.argument = argument;
        this.argumentColumn = argumentColumn;
    }

    /** The name in lower case. */
    public String name() {
        return name;
    }

    /** What follows the name on the opening line, trimmed. */
    public String argument() {
        return argument;
    }

    /** The zero-based column at which the argument begins. */
    public int argumentColumn() {
        return argumentColumn;
    }

    public Optional<String> option(String key) {
        return Optional.ofNullable(options.get(key)).filter(value -> !value.isBlank());
    }

    /** The body as written, of directives that are not read as Markdown. */
    public Optional<String> body() {
        return Optional.ofNullable(body);
    }

    /** The zero-based line on which a verbatim body begins, options left out. */
    public int bodyLine() {
        return bodyLine;
    }

    /** Whether a closing fence was found. */
    public boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    void options(Map<String, String> found) {
        options.putAll(found);
    }

    void body(String text, int line) {
        body = text;
        bodyLine = line;
    }

    @Nullable
    FenceReader reader() {
        return reader;
    }

    void reader(@Nullable FenceReader open) {
        reader = open;
    }
}

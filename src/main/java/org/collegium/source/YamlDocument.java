package org.collegium.source;

import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import tools.jackson.databind.JsonNode;

/** A YAML file as JSON values, where each value and each field knows its line and column. Values are named by JSON Pointer. */
public final class YamlDocument {

    /** Where a value stands and where the key before it. */
    record Mark(int line, int column, int keyLine, int keyColumn, ScalarStyle style) {}

    private final SourceFile file;
    private final List<String> lines;
    private final JsonNode root;
    private final Map<String, Mark> marks;

    YamlDocument(SourceFile file, String text, JsonNode root, Map<String, Mark> marks) {
        this.file = file;
        this.lines = text.lines().toList();
        this.root = root;
        this.marks = marks;
    }

    public SourceFile file() {
        return file;
    }

    public JsonNode root() {
        return root;
    }

    /** The value at a pointer; a missing node where there is none. */
    public JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** Where the value stands; where its nearest parent stands when there is none. */
    public Place place(String pointer) {
        Mark mark = nearest(pointer);
        return file.place(mark.line(), mark.column());
    }

    /** Where the key of the value stands, or the value itself in a list. */
    public Place keyPlace(String pointer) {
        Mark mark = nearest(pointer);
        return file.place(mark.keyLine(), mark.keyColumn());
    }

    /** Where a line and column (from 1) of a text value stand in the file. */
    public Place place(String pointer, int line, int column) {
        Mark mark = nearest(pointer);
        return switch (mark.style()) {
            case LITERAL -> {
                int found = mark.line() + line;
                yield file.place(found, column == 0 ? 0 : column + indent(found));
            }
            case FOLDED -> file.place(mark.line() + 1, 0);
            case DOUBLE_QUOTED, SINGLE_QUOTED -> file.place(mark.line(), mark.column() + (line == 1 ? column : 0));
            default -> file.place(mark.line(), mark.column() + (line == 1 ? Math.max(0, column - 1) : 0));
        };
    }

    private int indent(int line) {
        if (line < 1 || line > lines.size()) {
            return 0;
        }
        String text = lines.get(line - 1);
        return text.length() - text.stripLeading().length();
    }

    private Mark nearest(String pointer) {
        for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            Mark mark = marks.get(at);
            if (mark != null) {
                return mark;
            }
            if (at.isEmpty()) {
                return new Mark(1, 1, 1, 1, ScalarStyle.PLAIN);
            }
        }
    }

    /** A step of a JSON Pointer (RFC 6901). */
    public static String step(String pointer, Object name) {
        return pointer + "/" + name.toString().replace("~", "~0").replace("/", "~1");
    }
}

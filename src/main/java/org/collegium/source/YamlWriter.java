package org.collegium.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes YAML as people would: block style, texts of several lines as blocks. It remembers for each line what it was made
 * from, so that a fault found in the YAML can be shown there.
 */
public final class YamlWriter {

    private static final int STEP = 2;
    /** Possessive, for else the stack would grow with the text. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z(](?:[A-Za-z0-9 .,;()/_+?!%-]|'(?=[a-z])|:(?=[^ ]))*+(?<! )");

    private static final Pattern OTHER_TYPE =
            Pattern.compile("(?i)true|false|yes|no|on|off|null|nan|inf|[0-9.+-].*|~|y|n");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*+");

    private final List<String> lines = new ArrayList<>();
    private final List<Place> origins = new ArrayList<>();
    private Place origin = Place.EVERYWHERE;
    private int indent;
    private boolean dash;

    /** What the following lines are made from. */
    public YamlWriter from(Place place) {
        origin = place;
        return this;
    }

    /** Writes a field with a text. */
    public YamlWriter field(String name, String value) {
        if (value.indexOf('\n') >= 0 && isBlock(value)) {
            boolean leading = value.startsWith(" ") || value.startsWith("\n");
            line(name + ": |" + (leading ? STEP : "") + (value.endsWith("\n") ? "" : "-"));
            value.lines().forEach(text -> add(text.isEmpty() ? "" : " ".repeat(indent + STEP) + text));
        } else {
            line(name + ": " + scalar(value));
        }
        return this;
    }

    /** Writes a field with a text of which each line comes from a place of its own. */
    public YamlWriter field(String name, List<String> text, List<Place> places) {
        Place before = origin;
        from(places.getFirst());
        String value = String.join("\n", text);
        int first = lines.size() + 1;
        field(name, value);
        for (int i = first; i < lines.size() && i - first < places.size(); i++) {
            origins.set(i, places.get(i - first));
        }
        return from(before);
    }

    /** Writes a field with a number or true or false. */
    public YamlWriter field(String name, Object value) {
        line(name + ": " + value);
        return this;
    }

    /** Writes a list of texts in one line. */
    public YamlWriter field(String name, List<String> values) {
        line(name + ": ["
                + String.join(", ", values.stream().map(YamlWriter::flowScalar).toList()) + "]");
        return this;
    }

    /** Begins a field with fields or items below it. */
    public YamlWriter begin(String name) {
        line(name + ":");
        indent += STEP;
        return this;
    }

    /** Begins an item with fields. */
    public YamlWriter item() {
        dash = true;
        indent += STEP;
        return this;
    }

    /** Writes an item that is a text. */
    public YamlWriter item(String value) {
        add(" ".repeat(indent) + "- " + scalar(value));
        return this;
    }

    /** Ends what {@link #begin} or {@link #item()} began. */
    public YamlWriter end() {
        indent -= STEP;
        return this;
    }

    /** Writes all fields of an object, each as one would by hand. */
    public YamlWriter tree(JsonNode object) {
        object.properties().forEach(field -> tree(name(field.getKey()), field.getValue()));
        return this;
    }

    private void tree(String name, JsonNode value) {
        if (value.isString()) {
            field(name, value.stringValue());
        } else if (value.isEmpty() || isFlow(value)) {
            line(name + ": " + flow(value));
        } else {
            begin(name);
            if (value.isObject()) {
                tree(value);
            } else {
                value.forEach(this::treeItem);
            }
            end();
        }
    }

    private void treeItem(JsonNode item) {
        if (item.isString()) {
            item(item.stringValue());
        } else if (item.isObject() && !item.isEmpty()) {
            item().tree(item).end();
        } else {
            add(" ".repeat(indent) + "- " + flow(item));
        }
    }

    /** Whether a list stands in one line: one of numbers, or of words that are like keys. */
    private static boolean isFlow(JsonNode list) {
        return list.isArray()
                && list.valueStream()
                        .allMatch(item -> item.isNumber()
                                || WORD.matcher(item.asString("")).matches());
    }

    private static String flow(JsonNode value) {
        return value.isArray()
                ? value.valueStream()
                        .map(item -> item.isString() ? flowScalar(item.stringValue()) : flow(item))
                        .collect(Collectors.joining(", ", "[", "]"))
                : value.toString();
    }

    private static String name(String name) {
        return NAME.matcher(name).matches() ? scalar(name) : quoted(name);
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }

    /** The file, whose places are shown where its lines came from. */
    public SourceFile file(String path) {
        List<Place> kept = List.copyOf(origins);
        UnaryOperator<Place> places = place -> place.line() >= 1 && place.line() <= kept.size()
                ? kept.get(place.line() - 1)
                : kept.isEmpty() ? place : Place.of(kept.getFirst().file());
        return SourceFile.of(path, text()).madeFrom(places);
    }

    private void line(String text) {
        if (dash) {
            add(" ".repeat(indent - STEP) + "- " + text);
            dash = false;
        } else {
            add(" ".repeat(indent) + text);
        }
    }

    private void add(String line) {
        lines.add(line);
        origins.add(origin);
    }

    private static boolean isBlock(String value) {
        boolean printable = value.chars().allMatch(c -> c == '\n' || c == '\t' || !odd((char) c));
        return printable
                && !value.isBlank()
                && !value.endsWith("\n\n")
                && value.lines().allMatch(line -> line.isEmpty() || !line.isBlank());
    }

    /** Whether YAML wants this character escaped. */
    private static boolean odd(char c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || c == 0x2028 || c == 0x2029 || c >= 0xFFFE;
    }

    private static String scalar(String value) {
        boolean plain =
                PLAIN.matcher(value).matches() && !OTHER_TYPE.matcher(value).matches();
        return plain ? value : quoted(value);
    }

    private static String flowScalar(String value) {
        return WORD.matcher(value).matches() ? scalar(value) : quoted(value);
    }

    /** JSON strings are YAML strings, but for characters that YAML wants escaped. */
    private static String quoted(String value) {
        StringBuilder text = new StringBuilder();
        for (char c : JsonMapper.shared().writeValueAsString(value).toCharArray()) {
            text.append(odd(c) ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return text.toString();
    }
}

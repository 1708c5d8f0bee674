package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSource;
import tools.jackson.databind.JsonNode;

/** Splits YAML in block style into its fields and items, each as it is written, with the comments before it. */
final class YamlPieces {

    private static final Pattern FIELD = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*+):(?:\\s.*+)?+");
    private static final Pattern LIST = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*+:\\s*+(?:#.*+)?+");
    private static final Pattern BEGIN = Pattern.compile("---\\s*+");
    private static final int STEP = 2;

    private YamlPieces() {}

    /**
     * A field or an item.
     *
     * @param key its name; of an item the value of its field {@code key}
     * @param before comments and empty lines before it
     * @param text its lines, without the indentation and the dash of the first one, each ending with a line feed
     */
    record Entry(String key, String before, String text) {}

    /** The fields of a mapping; empty when it is not written line by line, or a name is there twice. */
    static Optional<List<Entry>> fields(String text) {
        List<Entry> entries = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int at = 0;
        while (at < lines.size()
                && (isAside(lines.get(at)) || BEGIN.matcher(lines.get(at)).matches())) {
            before.add(lines.get(at++));
        }
        while (at < lines.size()) {
            Matcher field = FIELD.matcher(lines.get(at));
            if (!field.matches()) {
                return Optional.empty();
            }
            int end = at + 1;
            while (end < lines.size() && !FIELD.matcher(lines.get(end)).matches()) {
                end++;
            }
            int behind = end;
            while (end < lines.size() && end > at + 1 && isAside(lines.get(end - 1))) {
                end--;
            }
            entries.add(new Entry(field.group(1), joined(before), joined(lines.subList(at, end))));
            before = new ArrayList<>(lines.subList(end, behind));
            at = behind;
        }
        return unique(entries);
    }

    /** The items of a field whose value is a list, each of which has a field {@code key}; empty when it is not such a one. */
    static Optional<List<Entry>> items(String field) {
        List<String> lines = field.lines().toList();
        if (lines.size() < 2 || !LIST.matcher(lines.getFirst()).matches()) {
            return Optional.empty();
        }
        int dash = lines.stream()
                .skip(1)
                .filter(line -> !isAside(line))
                .findFirst()
                .map(line -> line.stripLeading().startsWith("- ")
                        ? line.length() - line.stripLeading().length()
                        : -1)
                .orElse(-1);
        if (dash < 0) {
            return Optional.empty();
        }
        String start = " ".repeat(dash) + "- ";
        List<Entry> items = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> item = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith(start)) {
                if (!item.isEmpty()) {
                    items.add(item(before, item, dash));
                    before = trailing(item);
                    item = new ArrayList<>();
                }
                item.add(line);
            } else if (item.isEmpty()) {
                before.add(line);
            } else {
                item.add(line);
            }
        }
        items.add(item(before, item, dash));
        return items.stream().anyMatch(found -> found.key().isEmpty()) ? Optional.empty() : unique(items);
    }

    private static Entry item(List<String> before, List<String> lines, int dash) {
        List<String> kept = lines.subList(0, lines.size() - trailing(lines).size());
        String inner = " ".repeat(dash + STEP);
        String first = kept.getFirst().substring(dash + STEP);
        String text = Stream.concat(Stream.of(first), kept.stream().skip(1))
                .map(line -> line.startsWith(inner) ? line.substring(inner.length()) : line)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        String key = value(text).map(found -> found.path("key").asString("")).orElse("");
        return new Entry(key, joined(before.stream().map(String::strip).toList()), text);
    }

    private static List<String> trailing(List<String> lines) {
        int end = lines.size();
        while (end > 1 && isAside(lines.get(end - 1))) {
            end--;
        }
        return new ArrayList<>(lines.subList(end, lines.size()));
    }

    /** The name of a list and items as text. */
    static String list(String first, List<Entry> items) {
        StringBuilder text = new StringBuilder(first).append('\n');
        for (Entry item : items) {
            item.before()
                    .lines()
                    .forEach(line ->
                            text.append(line.isEmpty() ? "" : "  " + line).append('\n'));
            String dash = "  - ";
            for (String line : item.text().lines().toList()) {
                text.append(line.isEmpty() ? "" : dash + line).append('\n');
                dash = "    ";
            }
        }
        return text.toString();
    }

    /** Fields as text. */
    static String mapping(List<Entry> fields) {
        return fields.stream().map(field -> field.before() + field.text()).collect(Collectors.joining());
    }

    /** What a piece of YAML says; empty when it cannot be read. */
    static Optional<JsonNode> value(String text) {
        return YamlSource.read(SourceFile.of("part.yaml", text), new FaultList())
                .map(YamlDocument::root);
    }

    private static boolean isAside(String line) {
        return line.isBlank() || line.startsWith("#") || (line.strip().startsWith("#") && !line.startsWith("  "));
    }

    private static Optional<List<Entry>> unique(List<Entry> entries) {
        long keys = entries.stream().map(Entry::key).distinct().count();
        return keys == entries.size() && !entries.isEmpty() ? Optional.of(entries) : Optional.empty();
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}

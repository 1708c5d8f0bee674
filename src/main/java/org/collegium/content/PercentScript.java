package org.collegium.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.content.Notebook.Cell;
import org.collegium.content.Notebook.Kind;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads scripts in the percent format of jupytext: cells begin at comment lines with two percent signs, text is in
 * comments or in a string literal, and commands of the notebook are commented out.
 */
final class PercentScript {

    private static final Pattern MARKER = Pattern.compile("(?:#|//) ?%%(?:%*)(?:[ \\t]+(.*)|(\\[.*))?");
    private static final Pattern KIND = Pattern.compile("\\[(markdown|md|raw|code)\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAGS = Pattern.compile("tags\"?\\s*[=:]\\s*\\[([^\\[\\]]*+)\\]");
    private static final Pattern COMMAND =
            Pattern.compile("# ?(%{1,2}[A-Za-z]\\w*.*|![A-Za-z./~$].*|\\?{1,2}[A-Za-z].*)");
    private static final Pattern KEPT_COMMENT = Pattern.compile("# # ?((?:%{1,2}[A-Za-z]|!|\\?).*)");
    private static final Pattern FOREIGN_CELL =
            Pattern.compile("%%(?:bash|sh|script|html|HTML|javascript|js|latex|perl|ruby|svg|writefile|cmd|file)\\b.*");

    private final List<String> lines;
    private final List<Cell> cells = new ArrayList<>();
    private String title = "";
    private String language;
    private int at;

    private PercentScript(String fileName, String text) {
        lines = text.lines().toList();
        language =
                fileName.toLowerCase(Locale.ROOT).endsWith(".r") ? "r" : fileName.endsWith(".jl") ? "julia" : "python";
    }

    static Notebook read(String fileName, String text) {
        PercentScript script = new PercentScript(fileName, text.startsWith("\uFEFF") ? text.substring(1) : text);
        script.header();
        script.body();
        return new Notebook(script.title, script.language, script.cells);
    }

    private void header() {
        if (lines.isEmpty() || !lines.getFirst().strip().matches("# ?---")) {
            return;
        }
        StringBuilder yaml = new StringBuilder();
        for (int i = 1; i < lines.size() && lines.get(i).startsWith("#"); i++) {
            String line = uncommented(lines.get(i));
            if (line.strip().equals("---")) {
                at = i + 1;
                metadata(yaml.toString());
                return;
            }
            yaml.append(line).append('\n');
        }
    }

    private void metadata(String yaml) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setMaxAliasesForCollections(10)
                    .setCodePointLimit(100_000)
                    .build();
            Object root = new Load(settings).loadFromString(yaml);
            Object jupyter = inside(root, "jupyter");
            String given = text(inside(jupyter, "title"));
            title = given.isEmpty() ? text(inside(root, "title")) : given;
            String spoken = text(inside(inside(jupyter, "kernelspec"), "language"));
            language = spoken.isEmpty() ? language : spoken.toLowerCase(Locale.ROOT);
        } catch (YamlEngineException malformed) {
            title = "";
        }
    }

    private static @Nullable Object inside(@Nullable Object map, String key) {
        return map instanceof Map<?, ?> known ? known.get(key) : null;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String string ? string.strip() : "";
    }

    private void body() {
        Matcher marker = null;
        int start = at;
        for (; at < lines.size(); at++) {
            Matcher next = MARKER.matcher(lines.get(at));
            if (next.matches()) {
                cell(marker, start, at);
                marker = next;
                start = at + 1;
            }
        }
        cell(marker, start, lines.size());
    }

    private void cell(@Nullable Matcher marker, int from, int to) {
        int first = from;
        int end = to;
        while (end > first && lines.get(end - 1).isBlank()) {
            end--;
        }
        while (first < end && lines.get(first).isBlank()) {
            first++;
        }
        if (marker == null && first == end) {
            return;
        }
        String options = marker == null
                ? ""
                : (marker.group(1) != null ? marker.group(1) : marker.group(2) != null ? marker.group(2) : "");
        Kind kind = kind(options);
        List<String> source = lines.subList(first, end);
        if (kind == Kind.CODE) {
            add(kind, code(source), first, 0, options);
        } else if (!source.isEmpty() && source.getFirst().matches("[rR]?(\"\"\"|''').*")) {
            literal(kind, source, first, options);
        } else {
            boolean spaced = source.stream().anyMatch(line -> line.startsWith("# "));
            add(
                    kind,
                    String.join(
                            "\n",
                            source.stream().map(PercentScript::uncommented).toList()),
                    first,
                    spaced ? 2 : 1,
                    options);
        }
    }

    private void literal(Kind kind, List<String> source, int first, String options) {
        String text = String.join("\n", source);
        int open = text.indexOf(text.charAt(0) == 'r' || text.charAt(0) == 'R' ? text.charAt(1) : text.charAt(0));
        String quotes = text.substring(open, open + 3);
        int close = text.lastIndexOf(quotes);
        String inner = text.substring(open + 3, close > open ? close : text.length());
        boolean below = inner.startsWith("\n");
        add(kind, below ? inner.substring(1) : inner, below ? first + 1 : first, 0, options);
    }

    private void add(Kind kind, String source, int before, int columns, String options) {
        List<String> tags = new ArrayList<>();
        Matcher matcher = TAGS.matcher(options);
        if (matcher.find()) {
            for (String tag : matcher.group(1).split(",")) {
                tags.add(tag.replaceAll("[\"'\\s]", ""));
            }
        }
        cells.add(new Cell(kind, source, before, columns, OptionalInt.empty(), tags, List.of(), Map.of()));
    }

    private static Kind kind(String options) {
        Matcher kind = KIND.matcher(options);
        if (!kind.find()) {
            return Kind.CODE;
        }
        return switch (kind.group(1).toLowerCase(Locale.ROOT)) {
            case "markdown", "md" -> Kind.MARKDOWN;
            case "raw" -> Kind.RAW;
            default -> Kind.CODE;
        };
    }

    private static String uncommented(String line) {
        if (line.startsWith("# ")) {
            return line.substring(2);
        }
        return line.startsWith("#") ? line.substring(1) : line;
    }

    private static String code(List<String> source) {
        List<String> code = new ArrayList<>();
        boolean foreign = false;
        for (String line : source) {
            Matcher kept = KEPT_COMMENT.matcher(line);
            Matcher command = COMMAND.matcher(line);
            if (foreign) {
                code.add(uncommented(line));
            } else if (kept.matches()) {
                code.add("# " + kept.group(1));
            } else if (command.matches()) {
                code.add(command.group(1));
                foreign = code.size() == 1
                        && FOREIGN_CELL.matcher(command.group(1)).matches();
            } else {
                code.add(line);
            }
        }
        return String.join("\n", code);
    }
}

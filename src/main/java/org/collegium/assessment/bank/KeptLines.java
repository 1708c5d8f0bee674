package org.collegium.assessment.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.QuizWriter;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import tools.jackson.databind.JsonNode;

/**
 * The text of a quiz in which a form has changed something: only the lines that say it are others, so that comments, the order of fields
 * and what is as usual stay as their author wrote them. What comes of it is read again, and where it says anything else than what was
 * meant the whole quiz is written anew.
 */
public final class KeptLines {

    /** Where the lines of a part cannot be told from those around it, a greater part is written anew. */
    private static final class Unmendable extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final YamlLines own;
    private final YamlLines before;
    private final YamlLines after;

    private KeptLines(YamlLines own, YamlLines before, YamlLines after) {
        this.own = own;
        this.before = before;
        this.after = after;
    }

    /** The text of a quiz that became another one. */
    public static String changed(String text, Quiz quiz) {
        String anew = QuizWriter.write(quiz);
        return read(text)
                .flatMap(old -> YamlLines.of(text)
                        .flatMap(own -> YamlLines.of(QuizWriter.write(old))
                                .flatMap(before -> YamlLines.of(anew).map(after -> new KeptLines(own, before, after)))))
                .flatMap(KeptLines::text)
                .filter(kept -> read(kept).map(QuizWriter::write).equals(Optional.of(anew)))
                .orElse(anew);
    }

    /** Whether another text has lost a comment that one had. */
    public static boolean lost(String text, String other) {
        return other.lines().filter(KeptLines::comments).count()
                < text.lines().filter(KeptLines::comments).count();
    }

    private static boolean comments(String line) {
        return line.strip().startsWith("#") || line.contains(" #");
    }

    private static Optional<Quiz> read(String text) {
        return QuizReader.read(SourceFile.of(YamlLines.FILE, text), fault -> {});
    }

    private Optional<String> text() {
        try {
            return Optional.of(
                    String.join("\n", mapping("", "", "", 0, own.lines().size())) + "\n");
        } catch (Unmendable | IndexOutOfBoundsException elsewhere) {
            return Optional.empty();
        }
    }

    /** The lines of a mapping, of which the first one may begin with what stands before it. */
    private List<String> mapping(String o, String a, String b, int begin, int end) throws Unmendable {
        List<String> names = own.at(o).propertyNames().stream()
                .sorted(Comparator.comparingInt(name -> own.keyLine(step(o, name))))
                .toList();
        int indent = own.keyIndent(step(o, names.getFirst()));
        List<String> lines = new ArrayList<>();
        List<String> more = new ArrayList<>(after.at(b).propertyNames());
        more.removeIf(name -> !own.at(step(o, name)).isMissingNode()
                || after.at(step(b, name)).equals(before.at(step(a, name))));
        int at = begin;
        for (String name : names) {
            String field = step(o, name);
            int from = own.keyLine(field);
            if (own.keyIndent(field) != indent || from < at) {
                throw new Unmendable();
            }
            lines.addAll(own.lines().subList(at, from));
            at = own.fieldEnd(field);
            lines.addAll(field(field, step(a, name), step(b, name), from, at));
            for (String follower : followers(o, b, name, more)) {
                lines.addAll(written(step(b, follower), " ".repeat(indent), ""));
                more.remove(follower);
            }
        }
        for (String other : more) {
            lines.addAll(written(step(b, other), " ".repeat(indent), ""));
        }
        lines.addAll(own.lines().subList(Math.min(at, end), end));
        return lines;
    }

    /** The fields that are new and follow one in the quiz as it is written anew, up to the next one that is there. */
    private List<String> followers(String o, String b, String name, List<String> more) {
        List<String> names = List.copyOf(after.at(b).propertyNames());
        return names.subList(names.indexOf(name) + 1, names.size()).stream()
                .takeWhile(other -> own.at(step(o, other)).isMissingNode())
                .filter(more::contains)
                .toList();
    }

    private List<String> field(String o, String a, String b, int begin, int end) throws Unmendable {
        List<String> kept = own.lines().subList(begin, end);
        JsonNode now = after.at(b);
        if (now.equals(before.at(a))) {
            return kept;
        }
        String prefix = kept.getFirst().substring(0, own.keyIndent(o));
        if (now.isMissingNode()) {
            if (!prefix.isBlank()) {
                throw new Unmendable();
            }
            return List.of();
        }
        int first = own.line(o);
        if (first > begin && alike(o, a, b)) {
            try {
                List<String> lines = new ArrayList<>();
                if (now.isObject()) {
                    lines.addAll(own.lines().subList(begin, first));
                    lines.addAll(mapping(o, a, b, first, end));
                } else {
                    lines.add(kept.getFirst());
                    lines.addAll(sequence(o, a, b, begin + 1, end));
                }
                return lines;
            } catch (Unmendable partly) {
                return written(b, prefix, "");
            }
        }
        String name = o.substring(o.lastIndexOf('/') + 1);
        return written(b, prefix, remark(name, own.at(o), kept.getFirst().substring(own.keyIndent(o))));
    }

    private boolean alike(String o, String a, String b) {
        List<JsonNode> all = List.of(own.at(o), before.at(a), after.at(b));
        return all.stream().noneMatch(JsonNode::isEmpty)
                && (all.stream().allMatch(JsonNode::isObject)
                        || (all.stream().allMatch(JsonNode::isArray)
                                && own.at(o).size() == before.at(a).size()));
    }

    private List<String> sequence(String o, String a, String b, int begin, int end) throws Unmendable {
        int indent = YamlLines.blanks(own.lines().get(own.line(step(o, 0))));
        List<List<String>> leads = new ArrayList<>();
        int at = begin;
        for (int i = 0; i < own.at(o).size(); i++) {
            int from = own.line(step(o, i));
            if (from < at || !own.lines().get(from).substring(indent).startsWith("- ")) {
                throw new Unmendable();
            }
            leads.add(own.lines().subList(at, from));
            at = own.itemEnd(step(o, i));
        }
        List<String> lines = new ArrayList<>();
        int[] were = pairs(before.at(a), after.at(b));
        for (int j = 0; j < were.length; j++) {
            if (were[j] < 0) {
                lines.addAll(item(step(b, j), indent));
            } else {
                lines.addAll(leads.get(were[j]));
                lines.addAll(item(step(o, were[j]), step(a, were[j]), step(b, j), indent));
            }
        }
        lines.addAll(own.lines().subList(Math.min(at, end), end));
        return lines;
    }

    private List<String> item(String o, String a, String b, int indent) {
        int begin = own.line(o);
        int end = own.itemEnd(o);
        if (after.at(b).equals(before.at(a))) {
            return own.lines().subList(begin, end);
        }
        boolean flow =
                own.lines().get(begin).startsWith("{", own.yaml().place(o).column() - 1);
        if (!flow && own.at(o).isObject() && after.at(b).isObject()) {
            try {
                return mapping(o, a, b, begin, end);
            } catch (Unmendable written) {
                return item(b, indent);
            }
        }
        List<String> lines = item(b, indent);
        if (end - begin == 1) {
            String line = own.lines().get(begin);
            lines.set(0, lines.getFirst() + remark("item", own.at(o), "item: " + line.substring(indent + 2)));
        }
        return lines;
    }

    /** An item as it is written anew. */
    private List<String> item(String b, int indent) {
        int begin = after.line(b);
        return indented(
                after.cut(
                        begin, after.itemEnd(b), YamlLines.blanks(after.lines().get(begin))),
                " ".repeat(indent),
                " ".repeat(indent));
    }

    /** A field as it is written anew. */
    private List<String> written(String b, String prefix, String remark) {
        List<String> lines = indented(
                after.cut(after.keyLine(b), after.fieldEnd(b), after.keyIndent(b)),
                prefix,
                " ".repeat(prefix.length()));
        lines.set(0, lines.getFirst() + remark);
        return lines;
    }

    private static List<String> indented(List<String> lines, String first, String others) {
        List<String> indented = new ArrayList<>();
        for (String line : lines) {
            indented.add(line.isBlank() ? "" : (indented.isEmpty() ? first : others) + line);
        }
        return indented;
    }

    /** What is remarked behind a value in its line, with the space before it. */
    private static String remark(String name, JsonNode said, String field) {
        for (int at = field.indexOf(" #"); at >= 0; at = field.indexOf(" #", at + 1)) {
            boolean whole = YamlLines.of(field.substring(0, at) + "\n")
                    .filter(source -> source.at("/" + name).equals(said))
                    .isPresent();
            if (whole) {
                String value = field.substring(0, at);
                return value.substring(value.stripTrailing().length()) + field.substring(at);
            }
        }
        return "";
    }

    /** Which item of a list each of another one was: by its key, else the same one, else the one in its place; -1 for none. */
    private static int[] pairs(JsonNode list, JsonNode other) {
        int[] were = new int[other.size()];
        Set<Integer> taken = new HashSet<>();
        for (int j = 0; j < were.length; j++) {
            JsonNode item = other.path(j);
            String key = item.path("key").asString("");
            were[j] = IntStream.range(0, list.size())
                    .filter(i -> !taken.contains(i))
                    .filter(i -> key.isEmpty()
                            ? list.path(i).equals(item)
                            : list.path(i).path("key").asString("").equals(key))
                    .findFirst()
                    .orElse(-1);
            taken.add(were[j]);
        }
        for (int j = 0; j < were.length && list.size() == other.size(); j++) {
            if (were[j] < 0 && taken.add(j)) {
                were[j] = j;
            }
        }
        return were;
    }

    private static String step(String pointer, Object name) {
        return YamlDocument.step(pointer, name);
    }
}

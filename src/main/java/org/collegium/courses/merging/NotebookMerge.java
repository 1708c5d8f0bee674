package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges Jupyter notebooks cell by cell. Cells are known by their id where all have one, else by what is in them. Outputs
 * stay with the cell whose text they come from; a cell whose text was merged has none.
 */
final class NotebookMerge {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Settling settling;
    private final Where where;

    NotebookMerge(Settling settling, Where where) {
        this.settling = settling;
        this.where = where.as(Where.Kind.CELL, "");
    }

    /** The merged notebook; a conflict of the whole when one of the three cannot be read. */
    String merge(String base, String ours, String theirs) {
        if (ours.equals(base) || ours.equals(theirs)) {
            return theirs;
        }
        if (theirs.equals(base)) {
            return ours;
        }
        Optional<ObjectNode> was = read(base);
        Optional<ObjectNode> mine = read(ours);
        Optional<ObjectNode> other = read(theirs);
        if (was.isEmpty() || mine.isEmpty() || other.isEmpty()) {
            return settling.choice(where.as(Where.Kind.FILE, ""), base, ours, theirs, text -> text);
        }
        ObjectNode merged = fields(where, was.get(), mine.get(), other.get(), Set.of("cells"));
        ArrayNode cells = MAPPER.createArrayNode();
        new Cells(was.get(), mine.get(), other.get()).merged().forEach(cells::add);
        merged.set("cells", cells);
        return MAPPER.writer()
                        .with(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(merged)
                + "\n";
    }

    private static Optional<ObjectNode> read(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode node
                            && node.path("cells").isArray()
                    ? Optional.of(node)
                    : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Objects field by field, as deep as all three are objects; some fields keep their place for what is put there later. */
    private ObjectNode fields(Where at, JsonNode base, JsonNode ours, JsonNode theirs, Set<String> without) {
        ObjectNode merged = MAPPER.createObjectNode();
        List<String> names = new ArrayList<>(ours.propertyNames());
        theirs.propertyNames().stream().filter(name -> !names.contains(name)).forEach(names::add);
        for (String name : names) {
            JsonNode mine = ours.get(name);
            JsonNode value = without.contains(name)
                    ? mine == null ? theirs.get(name) : mine
                    : value(at.within(name), base.get(name), mine, theirs.get(name));
            if (value != null) {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private @Nullable JsonNode value(
            Where at, @Nullable JsonNode base, @Nullable JsonNode ours, @Nullable JsonNode theirs) {
        if (Objects.equals(ours, theirs) || Objects.equals(base, theirs)) {
            return ours;
        }
        if (Objects.equals(base, ours)) {
            return theirs;
        }
        if (ours instanceof ObjectNode && theirs instanceof ObjectNode) {
            JsonNode was = base instanceof ObjectNode ? base : MAPPER.createObjectNode();
            return fields(at, was, ours, theirs, Set.of());
        }
        return settling.presence(at, base, ours, theirs, JsonNode::toString).orElse(null);
    }

    /** The cells of the three, by numbers that are the same for the same cell. */
    private final class Cells {

        private final List<Integer> before;
        private final List<Integer> ours;
        private final List<Integer> theirs;
        private final Map<Integer, JsonNode> was = new HashMap<>();
        private final Map<Integer, JsonNode> mine = new HashMap<>();
        private final Map<Integer, JsonNode> other = new HashMap<>();

        Cells(JsonNode base, JsonNode ours, JsonNode theirs) {
            List<Piece> pieces = pieces(base);
            boolean ids = hasIds(base) && hasIds(ours) && hasIds(theirs);
            Map<String, Integer> known = new HashMap<>();
            Matching matching = new Matching(pieces);
            before = ids ? byId(base, known) : matching.numbers(pieces);
            this.ours = ids ? byId(ours, known) : matching.numbers(pieces(ours));
            this.theirs = ids ? byId(theirs, known) : matching.numbers(pieces(theirs));
            put(base, before, was);
            put(ours, this.ours, mine);
            put(theirs, this.theirs, other);
        }

        List<JsonNode> merged() {
            Map<Integer, JsonNode> merged = new HashMap<>();
            MergedOrder<Integer> order = new MergedOrder<>(before, ours, theirs);
            for (int number : order.of(number -> true)) {
                JsonNode cell = cell(number);
                if (cell != null) {
                    merged.put(number, cell);
                }
            }
            return added(order.of(merged::containsKey), merged);
        }

        /** Where both added cells at the same place, a person says which, and in which order. */
        private List<JsonNode> added(List<Integer> order, Map<Integer, JsonNode> merged) {
            List<JsonNode> cells = new ArrayList<>();
            List<JsonNode> fromUs = new ArrayList<>();
            List<JsonNode> fromThem = new ArrayList<>();
            for (int number : order) {
                JsonNode cell = Objects.requireNonNull(merged.get(number));
                if (!was.containsKey(number) && !other.containsKey(number)) {
                    fromUs.add(cell);
                } else if (!was.containsKey(number) && !mine.containsKey(number)) {
                    fromThem.add(cell);
                } else {
                    close(fromUs, fromThem, cells);
                    cells.add(cell);
                }
            }
            close(fromUs, fromThem, cells);
            return cells;
        }

        private void close(List<JsonNode> fromUs, List<JsonNode> fromThem, List<JsonNode> cells) {
            if (!fromUs.isEmpty() && !fromThem.isEmpty()) {
                cells.addAll(settling.lists(
                        where.within(Integer.toString(cells.size() + 1)),
                        List.copyOf(fromUs),
                        List.copyOf(fromThem),
                        found -> found.stream().map(NotebookMerge::source).collect(Collectors.joining("\n\n"))));
            } else {
                cells.addAll(fromUs);
                cells.addAll(fromThem);
            }
            fromUs.clear();
            fromThem.clear();
        }

        private @Nullable JsonNode cell(int number) {
            JsonNode base = was.get(number);
            JsonNode here = mine.get(number);
            JsonNode there = other.get(number);
            Where at = where.within(Integer.toString(1 + (ours.contains(number) ? ours : theirs).indexOf(number)));
            if (same(here, there) || same(base, there)) {
                return here;
            }
            if (same(base, here)) {
                return there;
            }
            if (here == null || there == null) {
                return settling.presence(at, base, here, there, NotebookMerge::source)
                        .orElse(null);
            }
            JsonNode before = base == null ? MAPPER.createObjectNode() : base;
            ObjectNode cell = fields(at, before, here, there, Set.of("source", "outputs", "execution_count"));
            boolean code = cell.path("cell_type").asString("").equals("code");
            String text = settling.text(
                    at,
                    source(before),
                    code
                            ? TextMerge.lines(source(before), source(here), source(there))
                            : ProseMerge.sides(source(before), source(here), source(there)),
                    true);
            cell.set("source", lines(text));
            if (code) {
                JsonNode made = text.equals(source(here))
                        ? here
                        : text.equals(source(there)) ? there : MAPPER.createObjectNode();
                boolean ran = made.path("outputs").isArray();
                cell.set("outputs", ran ? made.path("outputs") : MAPPER.createArrayNode());
                cell.set("execution_count", ran ? made.path("execution_count") : MAPPER.nullNode());
            } else {
                cell.remove(List.of("outputs", "execution_count"));
            }
            return cell;
        }
    }

    /** Whether two cells say the same; what running them gave is no change. */
    private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return source(one).equals(source(other))
                && one.path("cell_type").equals(other.path("cell_type"))
                && one.path("metadata").equals(other.path("metadata"))
                && one.path("attachments").equals(other.path("attachments"));
    }

    private static void put(JsonNode notebook, List<Integer> numbers, Map<Integer, JsonNode> cells) {
        IntStream.range(0, numbers.size())
                .forEach(i -> cells.put(numbers.get(i), notebook.path("cells").path(i)));
    }

    private static boolean hasIds(JsonNode notebook) {
        List<String> ids = notebook.path("cells")
                .valueStream()
                .map(cell -> cell.path("id").asString(""))
                .toList();
        return !ids.contains("") && new HashSet<>(ids).size() == ids.size();
    }

    private static List<Integer> byId(JsonNode notebook, Map<String, Integer> known) {
        return notebook.path("cells")
                .valueStream()
                .map(cell -> known.computeIfAbsent(cell.path("id").asString(""), id -> known.size()))
                .toList();
    }

    private static List<Piece> pieces(JsonNode notebook) {
        return notebook.path("cells")
                .valueStream()
                .map(cell -> new Piece(
                        cell.path("cell_type").asString("").equals("code") ? Piece.Kind.CODE : Piece.Kind.PARAGRAPH,
                        "",
                        source(cell),
                        ""))
                .toList();
    }

    private static String source(JsonNode cell) {
        JsonNode source = cell.path("source");
        return source.isArray()
                ? source.valueStream().map(line -> line.asString("")).collect(Collectors.joining())
                : source.asString("");
    }

    private static ArrayNode lines(String text) {
        ArrayNode lines = MAPPER.createArrayNode();
        for (String line : text.isEmpty() ? new String[0] : text.split("(?<=\\n)", -1)) {
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }
}

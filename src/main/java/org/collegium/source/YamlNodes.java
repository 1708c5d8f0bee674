package org.collegium.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns YAML nodes into JSON values and keeps their positions. */
final class YamlNodes {

    private static final JsonNodeFactory JSON = new JsonNodeFactory();
    private static final int MOST_NODES = 200_000;
    private static final int LONGEST_NUMBER = 40;
    private static final Set<Tag> TAGS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private final SourceFile file;
    private final FaultSink faults;
    private final Map<String, YamlDocument.Mark> marks = new HashMap<>();
    private int nodes;

    YamlNodes(SourceFile file, FaultSink faults) {
        this.file = file;
        this.faults = faults;
    }

    Optional<YamlDocument> document(String text, Node root) {
        FaultList found = new FaultList();
        JsonNode value = value(root, root, "", 0, found);
        found.faults().forEach(faults::report);
        return nodes > MOST_NODES ? Optional.empty() : Optional.of(new YamlDocument(file, text, value, marks));
    }

    private JsonNode value(Node key, Node node, String pointer, int depth, FaultSink sink) {
        if (++nodes > MOST_NODES || depth > YamlSource.DEEPEST) {
            if (nodes == MOST_NODES + 1 || nodes <= MOST_NODES) {
                nodes = MOST_NODES + 1;
                sink.error(place(node), "yaml-too-large", file.path());
            }
            return JSON.nullNode();
        }
        Place at = place(node);
        Place before = place(key);
        ScalarStyle style = node instanceof ScalarNode scalar ? scalar.getScalarStyle() : ScalarStyle.PLAIN;
        marks.put(pointer, mark(node, key, style));
        if (!TAGS.contains(node.getTag())) {
            sink.error(at, "yaml-tag", node.getTag().getValue());
        }
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer, depth, sink);
            case SequenceNode list -> array(list, pointer, depth, sink);
            case ScalarNode scalar -> scalar(scalar, before, sink);
            default -> JSON.nullNode();
        };
    }

    private ObjectNode object(MappingNode mapping, String pointer, int depth, FaultSink sink) {
        ObjectNode object = JSON.objectNode();
        Set<String> keys = new HashSet<>();
        for (NodeTuple field : mapping.getValue()) {
            if (!(field.getKeyNode() instanceof ScalarNode key)) {
                sink.error(place(field.getKeyNode()), "yaml-key");
                continue;
            }
            if (!keys.add(key.getValue())) {
                sink.error(place(key), "yaml-twice", key.getValue());
                continue;
            }
            String below = YamlDocument.step(pointer, key.getValue());
            object.set(key.getValue(), value(key, field.getValueNode(), below, depth + 1, sink));
        }
        return object;
    }

    private ArrayNode array(SequenceNode list, String pointer, int depth, FaultSink sink) {
        ArrayNode array = JSON.arrayNode();
        for (Node item : list.getValue()) {
            array.add(value(item, item, YamlDocument.step(pointer, array.size()), depth + 1, sink));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode scalar, Place at, FaultSink sink) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(text.equalsIgnoreCase("true"));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(text, at, sink);
        }
        return JSON.stringNode(text);
    }

    private JsonNode number(String text, Place at, FaultSink sink) {
        try {
            if (text.length() > LONGEST_NUMBER) {
                throw new NumberFormatException();
            }
            if (text.startsWith("0x")) {
                return JSON.numberNode(new BigInteger(text.substring(2), 16));
            }
            if (text.startsWith("0o")) {
                return JSON.numberNode(new BigInteger(text.substring(2), 8));
            }
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > 400 || number.precision() > LONGEST_NUMBER) {
                throw new NumberFormatException();
            }
            return number.scale() <= 0 && text.matches("[-+]?[0-9]+")
                    ? JSON.numberNode(number.toBigIntegerExact())
                    : JSON.numberNode(number);
        } catch (NumberFormatException _) {
            sink.error(at, "yaml-number", text);
            return JSON.numberNode(0);
        }
    }

    private static YamlDocument.Mark mark(Node node, Node key, ScalarStyle style) {
        Mark at = node.getStartMark().orElse(null);
        Mark before = key.getStartMark().orElse(null);
        return new YamlDocument.Mark(line(at), column(at), line(before), column(before), style);
    }

    private Place place(Node node) {
        Mark mark = node.getStartMark().orElse(null);
        return file.place(line(mark), column(mark));
    }

    private static int line(@org.jspecify.annotations.Nullable Mark mark) {
        return mark == null ? 0 : mark.getLine() + 1;
    }

    private static int column(@org.jspecify.annotations.Nullable Mark mark) {
        return mark == null ? 0 : mark.getColumn() + 1;
    }
}

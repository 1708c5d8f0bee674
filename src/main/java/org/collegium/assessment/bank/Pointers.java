package org.collegium.assessment.bank;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Puts other paths into the places of a question that point at files, and leaves all else as it is. */
final class Pointers {

    private static final String NOT_BEFORE = "(?<![\\w./%-])";
    private static final String NOT_AFTER = "(?![\\w/%-]|\\.\\w)";

    private final Pattern any;
    private final Map<String, String> others = new HashMap<>();

    private Pointers(Map<String, String> moves) {
        moves.forEach((from, to) -> {
            others.put(from, to);
            others.put(UriUtils.encodePath(from, StandardCharsets.UTF_8), to);
        });
        any = Pattern.compile(NOT_BEFORE
                + others.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(", ")"))
                + NOT_AFTER);
    }

    /**
     * The question with its pointers moved.
     *
     * @param moves to other paths, by the paths as they are written, with percent signs decoded
     */
    static String moved(String question, Map<String, String> moves) {
        Map<String, String> real = moves.entrySet().stream()
                .filter(move -> !move.getKey().equals(move.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (real.isEmpty()) {
            return question;
        }
        Pointers pointers = new Pointers(real);
        JsonNode expected =
                pointers.moved(QuestionText.read(question).orElseThrow().root());
        return QuestionText.saying(expected, Optional.of(pointers.moved(question)));
    }

    private String moved(String text) {
        return any.matcher(text).replaceAll(found -> Matcher.quoteReplacement(other(found.group(1))));
    }

    private String other(String written) {
        return others.getOrDefault(written, written);
    }

    private JsonNode moved(JsonNode node) {
        if (node.isObject()) {
            ObjectNode other = ((ObjectNode) node).deepCopy();
            node.propertyNames().forEach(name -> other.set(name, moved(node.path(name))));
            return other;
        }
        if (node.isArray()) {
            ArrayNode other = ((ArrayNode) node).deepCopy();
            for (int i = 0; i < node.size(); i++) {
                other.set(i, moved(node.path(i)));
            }
            return other;
        }
        return node.isString() ? StringNode.valueOf(moved(node.stringValue())) : node;
    }
}

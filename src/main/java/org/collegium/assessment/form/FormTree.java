package org.collegium.assessment.form;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.collegium.source.KeptYaml;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the text of a question says, as values that fields change; comments and the order of fields stay. */
final class FormTree {

    private static final String FILE = "question.yaml";
    private static final String TEXT = "text";
    private static final int LETTERS = 26;

    private String text;
    private YamlDocument read;
    private ObjectNode root;

    private FormTree(String text, YamlDocument read) {
        this.text = text;
        this.read = read;
        this.root = (ObjectNode) read.root().deepCopy();
    }

    /** Empty where the text is none of a question whose kind is known. */
    static Optional<FormTree> of(String text) {
        return document(text)
                .filter(yaml -> yaml.root().isObject()
                        && QuestionParts.knows(yaml.at("/type").asString("")))
                .map(yaml -> new FormTree(text, yaml));
    }

    private static Optional<YamlDocument> document(String text) {
        return YamlSource.read(SourceFile.of(FILE, text), fault -> {});
    }

    String text() {
        return text;
    }

    /** Whether another text says the same; from then on that is the text. */
    boolean takes(FormTree other) {
        boolean same = root.equals(other.root);
        if (same) {
            text = other.text;
            read = other.read;
        }
        return same;
    }

    String kind() {
        return at("/type").asString("");
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** The line in which something begins, from 1; that of what it is part of where it is left out. */
    int line(String pointer) {
        return read.keyPlace(pointer).line();
    }

    /**
     * The lines in which fields begin, for what is said of a place. What is said of the begin of a text is said of the whole question,
     * and not of its key, which stands there.
     */
    ToIntFunction<String> lines(int column) {
        return pointer -> {
            boolean missing = pointer.lastIndexOf('/') == 0 && value(pointer).isMissingNode();
            boolean whole = column <= 1;
            boolean other = whole ? pointer.equals("/" + QuestionParts.KEY) : missing;
            return other ? Integer.MAX_VALUE : line(pointer);
        };
    }

    /** @param value null for a field that is left out */
    void set(String pointer, @Nullable JsonNode value) {
        int cut = pointer.lastIndexOf('/');
        String parent = pointer.substring(0, cut);
        String name = pointer.substring(cut + 1);
        if (value != null) {
            object(parent).set(name, value);
            alone(parent);
        } else if (at(parent).isString() && name.equals(TEXT) && at(above(parent)) instanceof ArrayNode list) {
            list.set(Integer.parseInt(last(parent)), root.stringNode(""));
        } else if (at(parent) instanceof ObjectNode object) {
            object.remove(name);
            if (object.isEmpty() && !parent.isEmpty() && !at(above(parent)).isArray()) {
                set(parent, null);
                return;
            }
            alone(parent);
        }
        written();
    }

    /** An item of which nothing but its text is said stands as that text, where it may. */
    private void alone(String item) {
        if (!item.isEmpty()
                && last(above(item)).equals(QuestionParts.ALONE)
                && at(above(item)) instanceof ArrayNode list
                && at(item).size() == 1
                && at(item).path(TEXT).isString()) {
            list.set(Integer.parseInt(last(item)), at(item).path(TEXT));
        }
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static String above(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    /** An object that is there from now on; an item that was a text alone has it as its text. */
    private ObjectNode object(String pointer) {
        JsonNode there = at(pointer);
        if (there instanceof ObjectNode object) {
            return object;
        }
        ObjectNode made = root.objectNode();
        String name = last(pointer);
        if (there.isString()) {
            made.set(TEXT, there);
        }
        if (at(above(pointer)) instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), made);
        } else {
            object(above(pointer)).set(name, made);
        }
        return made;
    }

    /** The list, which is there from now on. */
    private ArrayNode list(String pointer) {
        if (at(pointer) instanceof ArrayNode list) {
            return list;
        }
        ArrayNode made = root.arrayNode();
        object(above(pointer)).set(last(pointer), made);
        return made;
    }

    /** @return the number of the new item, from 0 */
    int add(String pointer, JsonNode item) {
        list(pointer).add(item);
        written();
        return at(pointer).size() - 1;
    }

    void remove(String pointer, int item) {
        list(pointer).remove(item);
        written();
    }

    void swap(String pointer, int one, int other) {
        ArrayNode list = list(pointer);
        JsonNode first = list.path(one);
        list.set(one, list.path(other));
        list.set(other, first);
        written();
    }

    /** A gap of another kind keeps what all kinds have. */
    void become(String gap, JsonNode kind) {
        ObjectNode item = root.objectNode();
        JsonNode before = at(gap);
        item.set(QuestionParts.KEY, before.path(QuestionParts.KEY));
        item.set(QuestionParts.KIND, kind);
        if (before.has("points")) {
            item.set("points", before.path("points"));
        }
        list(above(gap)).set(Integer.parseInt(last(gap)), item);
        written();
    }

    /** The stem with a place for a gap at its end. */
    JsonNode withGap(String key) {
        String stem = at("/" + QuestionParts.STEM).asString("");
        return root.stringNode(stem.stripTrailing() + " {{" + key + "}}" + (stem.endsWith("\n") ? "\n" : ""));
    }

    ObjectNode object() {
        return root.objectNode();
    }

    /** What a field says; an item that is a text alone says it as its text. */
    JsonNode value(String pointer) {
        JsonNode parent = at(above(pointer));
        return parent.isString() && last(pointer).equals(TEXT) ? parent : at(pointer);
    }

    /** Whether something can be said of a field: it is there, what it is part of is, or the question cannot be without it. */
    boolean wanted(String pointer) {
        String parent = above(pointer);
        return !value(pointer).isMissingNode()
                || (parent.isEmpty()
                        ? QuestionParts.NEEDED.contains(last(pointer))
                        : !at(parent).isMissingNode());
    }

    /** A key that no item of a list has: a letter, or a beginning with a number. */
    String freeKey(String pointer, String begins) {
        Set<String> taken = new HashSet<>();
        at(pointer).forEach(item -> taken.add(item.path(QuestionParts.KEY).asString("")));
        for (int number = 1; ; number++) {
            boolean letter = begins.equals(FormPart.LETTER);
            String key = letter && number <= LETTERS
                    ? String.valueOf((char) (begins.charAt(0) + number - 1))
                    : (letter ? "option-" : begins) + number;
            if (!taken.contains(key)) {
                return key;
            }
        }
    }

    private void written() {
        text = KeptYaml.changed(text, root);
        document(text).ifPresent(yaml -> {
            read = yaml;
            root = (ObjectNode) yaml.root().deepCopy();
        });
    }
}

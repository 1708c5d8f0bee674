package org.collegium.courses.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.source.Place;
import org.collegium.source.YamlDocument;
import tools.jackson.databind.JsonNode;

/**
 * The fields at one place of a YAML file, read without complaint: what has another type counts as absent, since the schema
 * has reported it.
 */
record YamlFields(YamlDocument yaml, String pointer) {

    static YamlFields of(YamlDocument yaml) {
        return new YamlFields(yaml, "");
    }

    private JsonNode node(String name) {
        return yaml.at(pointer).path(name);
    }

    String below(String name) {
        return YamlDocument.step(pointer, name);
    }

    boolean has(String name) {
        return !node(name).isMissingNode();
    }

    Optional<String> text(String name) {
        JsonNode node = node(name);
        return node.isString() && !node.stringValue().isBlank()
                ? Optional.of(node.stringValue().strip())
                : Optional.empty();
    }

    Optional<Double> number(String name) {
        JsonNode node = node(name);
        return node.isNumber() ? Optional.of(node.doubleValue()) : Optional.empty();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode node = node(name);
        return node.isBoolean() ? node.booleanValue() : otherwise;
    }

    /** The entries of a list that are text. */
    List<String> texts(String name) {
        return node(name)
                .valueStream()
                .filter(JsonNode::isString)
                .map(node -> node.stringValue().strip())
                .toList();
    }

    /** The entries of a list that have fields. */
    List<YamlFields> list(String name) {
        List<YamlFields> found = new ArrayList<>();
        int size = node(name).isArray() ? node(name).size() : 0;
        for (int i = 0; i < size; i++) {
            YamlFields fields = new YamlFields(yaml, YamlDocument.step(below(name), i));
            if (yaml.at(fields.pointer()).isObject()) {
                found.add(fields);
            }
        }
        return found;
    }

    YamlFields fields(String name) {
        return new YamlFields(yaml, below(name));
    }

    /** Where the value of a field stands. */
    Place place(String name) {
        return yaml.place(below(name));
    }

    /** Where the key of a field stands. */
    Place keyPlace(String name) {
        return yaml.keyPlace(below(name));
    }

    Place place() {
        return yaml.place(pointer);
    }
}

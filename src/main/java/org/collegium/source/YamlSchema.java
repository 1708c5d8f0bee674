package org.collegium.source;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema (draft 2020-12) that YAML files are checked against; its faults name lines and columns of the YAML. */
public final class YamlSchema {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode definition;
    private final Schema schema;

    private YamlSchema(JsonNode definition) {
        this.definition = definition;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(definition.toString());
    }

    /** The schema of this name in the folder {@code schemas} of the class path. */
    public static YamlSchema named(String name) {
        try (InputStream in = YamlSchema.class.getResourceAsStream("/schemas/" + name + ".json")) {
            String text = new String(
                    Objects.requireNonNull(in, () -> "no schema " + name).readAllBytes(), StandardCharsets.UTF_8);
            return new YamlSchema(JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reports all that does not fit. */
    public void check(YamlDocument yaml, FaultSink faults) {
        for (Error error : schema.validate(yaml.root())) {
            if (!insideChoice(error)) {
                report(yaml, error, faults);
            }
        }
    }

    /** What a branch of a choice says is only noise: the choice itself is reported. */
    private static boolean insideChoice(Error error) {
        NodePath path = error.getEvaluationPath();
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            String step = path.getName(i);
            if (step.equals("oneOf") || step.equals("anyOf") || step.equals("if")) {
                return true;
            }
        }
        return false;
    }

    private void report(YamlDocument yaml, Error error, FaultSink faults) {
        String pointer = pointer(error.getInstanceLocation());
        String name = field(pointer);
        String property = Optional.ofNullable(error.getProperty()).orElse("");
        JsonNode parent = parent(error);
        JsonNode limit = parent.path(error.getKeyword());
        switch (error.getKeyword()) {
            case "required" -> faults.error(yaml.keyPlace(pointer), "yaml-required", property, name);
            case "additionalProperties", "unevaluatedProperties" -> unknown(yaml, pointer, property, parent, faults);
            case "type" -> faults.error(yaml.place(pointer), "yaml-type", name, types(limit), found(yaml.at(pointer)));
            case "enum" -> choice(yaml, pointer, name, strings(limit), faults);
            case "const" ->
                faults.error(yaml.place(pointer), "yaml-const", name, limit.asString(), shown(yaml, pointer));
            case "pattern", "format" ->
                faults.error(
                        yaml.place(pointer),
                        "yaml-pattern",
                        name,
                        shown(yaml, pointer),
                        parent.path("description").asString(limit.asString()));
            case "oneOf", "anyOf" ->
                faults.error(yaml.keyPlace(pointer), "yaml-one-of", name, String.join(", ", branches(limit)));
            case "false", "not" -> faults.error(yaml.keyPlace(pointer), "yaml-not-here", name);
            case "minLength",
                    "maxLength",
                    "minItems",
                    "maxItems",
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "uniqueItems" ->
                faults.error(
                        yaml.place(pointer),
                        "yaml-" + error.getKeyword().toLowerCase(java.util.Locale.ROOT),
                        name,
                        limit.asString());
            default -> faults.error(yaml.place(pointer), "yaml-other", name, error.getMessage());
        }
    }

    private static void unknown(YamlDocument yaml, String pointer, String property, JsonNode schema, FaultSink faults) {
        List<String> known = new ArrayList<>(schema.path("properties").propertyNames());
        String below = YamlDocument.step(pointer, property);
        Suggestions.nearest(property, known)
                .ifPresentOrElse(
                        near -> faults.error(yaml.keyPlace(below), "yaml-unknown-like", property, near),
                        () -> faults.error(yaml.keyPlace(below), "yaml-unknown", property, String.join(", ", known)));
    }

    private static void choice(YamlDocument yaml, String pointer, String name, List<String> allowed, FaultSink faults) {
        String written = shown(yaml, pointer);
        Suggestions.nearest(written, allowed)
                .ifPresentOrElse(
                        near -> faults.error(yaml.place(pointer), "yaml-choice-like", name, written, near),
                        () -> faults.error(
                                yaml.place(pointer), "yaml-choice", name, written, String.join(", ", allowed)));
    }

    /** The schema that holds the keyword that failed. */
    private JsonNode parent(Error error) {
        String fragment = Optional.ofNullable(error.getSchemaLocation().getFragment())
                .map(NodePath::toString)
                .orElse("");
        int last = fragment.lastIndexOf('/');
        return last < 0 ? definition : definition.at(fragment.substring(0, last));
    }

    private static String pointer(NodePath path) {
        String pointer = "";
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer = YamlDocument.step(pointer, path.getElement(i));
        }
        return pointer;
    }

    /** The name of the field for people: {@code sections[2].key}. */
    private static String field(String pointer) {
        if (pointer.isEmpty()) {
            return "the file";
        }
        StringBuilder name = new StringBuilder();
        Arrays.stream(pointer.substring(1).split("/")).forEach(step -> {
            if (step.matches("[0-9]+")) {
                name.append('[').append(Integer.parseInt(step) + 1).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".")
                        .append(step.replace("~1", "/").replace("~0", "~"));
            }
        });
        return name.toString();
    }

    private static String shown(YamlDocument yaml, String pointer) {
        JsonNode value = yaml.at(pointer);
        return value.isContainer() ? found(value) : value.asString("");
    }

    private static String found(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "fields";
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "nothing";
        };
    }

    private static String types(JsonNode type) {
        Stream<String> names = type.isArray() ? strings(type).stream() : Stream.of(type.asString(""));
        return names.map(name -> switch (name) {
                    case "array" -> "a list";
                    case "object" -> "fields";
                    case "string" -> "text";
                    case "number" -> "a number";
                    case "integer" -> "a whole number";
                    case "boolean" -> "true or false";
                    default -> "nothing";
                })
                .reduce((a, b) -> a + " or " + b)
                .orElse("");
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(node -> node.asString("")).toList();
    }

    private static List<String> branches(JsonNode branches) {
        return branches.valueStream()
                .flatMap(branch -> strings(branch.path("required")).stream())
                .toList();
    }
}

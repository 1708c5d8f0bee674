package org.collegium.benchmark;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A node of a view's state tree as the server described it: an element or a text. */
public final class ViewNode {

    private static final int TAG = 0;
    private static final int PROPERTIES = 1;
    private static final int ATTRIBUTES = 3;
    private static final int LISTENERS = 4;
    private static final int TEXT = 7;

    private final int id;
    private final Map<Integer, Map<String, JsonNode>> features = new HashMap<>();
    private int parent;

    ViewNode(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    int parent() {
        return parent;
    }

    void movedBelow(int newParent) {
        parent = newParent;
    }

    void put(int feature, String key, JsonNode value) {
        features.computeIfAbsent(feature, absent -> new HashMap<>()).put(key, value);
    }

    void remove(int feature, String key) {
        features.getOrDefault(feature, new HashMap<>()).remove(key);
    }

    /** The name of the element; empty for a text. */
    public String tag() {
        return value(TAG, "tag");
    }

    String property(String name) {
        return value(PROPERTIES, name);
    }

    /** Empty when there is none. */
    public String attribute(String name) {
        return value(ATTRIBUTES, name);
    }

    boolean listensTo(String event) {
        return value(LISTENERS, event, "").isPresent();
    }

    /** What a text says; empty for an element. */
    String text() {
        return value(TEXT, "text");
    }

    private String value(int feature, String key) {
        return value(feature, key, "").map(JsonNode::asString).orElse("");
    }

    private Optional<JsonNode> value(int feature, String key, String absent) {
        return Optional.ofNullable(features.getOrDefault(feature, Map.of()).get(key));
    }
}

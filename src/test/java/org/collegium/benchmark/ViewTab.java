package org.collegium.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser tab with a Vaadin view, as far as the server notices it: it keeps the state tree that the server describes, and
 * writes the messages that a browser would send. It sends nothing itself, so that any HTTP client can carry the messages.
 */
public final class ViewTab {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CHILDREN = 2;
    private static final int ROOT = 1;

    private final Map<Integer, ViewNode> nodes = new HashMap<>();
    private String token = "";
    private int number;
    private int syncId;
    private int clientId;

    /** The address that a page asks for its view, below the root of the application. */
    static String initAddress(String path) {
        return "/?v-r=init&location=" + URLEncoder.encode(path.substring(1), StandardCharsets.UTF_8)
                + "&query=&v-sh=800&v-sw=1280&v-wh=800&v-ww=1280&v-bh=800&v-bw=1280&v-tzo=0&v-dstd=0&v-rtzo=0"
                + "&v-dston=false&v-tzid=UTC&v-wn=v-" + Math.random() + "&v-td=false&v-pr=1&v-np=Linux";
    }

    /** Takes the answer to {@link #initAddress}. */
    void begin(String answer) {
        JsonNode configuration = JSON.readTree(answer).path("appConfig");
        number = configuration.path("v-uiId").asInt();
        JsonNode first = configuration.path("uidl");
        token = first.path("Vaadin-Security-Key").asString();
        apply(first);
    }

    /** Where messages go. */
    String address() {
        return "/?v-r=uidl&v-uiId=" + number;
    }

    /** The message of a browser that goes to a path of the application. */
    String goTo(String path) {
        return event(
                ROOT,
                "ui-navigate",
                Map.of(
                        "route",
                        path,
                        "query",
                        "",
                        "appShellTitle",
                        "",
                        "historyState",
                        Map.of("idx", 0),
                        "trigger",
                        ""));
    }

    /** The message of a click. */
    String click(ViewNode node) {
        Map<String, Object> data = new HashMap<>();
        for (String key : List.of("shiftKey", "metaKey", "ctrlKey", "altKey")) {
            data.put("event." + key, false);
        }
        for (String key : List.of("clientX", "clientY", "screenX", "screenY", "detail")) {
            data.put("event." + key, 1);
        }
        data.put("event.button", 0);
        return event(node.id(), "click", data);
    }

    String event(ViewNode node, String type) {
        return event(node, type, Map.of());
    }

    public String event(ViewNode node, String type, Map<String, Object> data) {
        return event(node.id(), type, data);
    }

    /** Takes the answer to a message. Returns false when it says that something failed. */
    boolean apply(String answer) {
        String json = answer.startsWith("for(;;);") ? answer.substring("for(;;);".length()) : answer;
        JsonNode read = JSON.readTree(json);
        JsonNode message = read.isArray() ? read.path(0) : read;
        apply(message);
        return message.has("syncId") && !message.path("meta").has("appError");
    }

    /** The first node that is shown and fits. */
    public Optional<ViewNode> find(Predicate<ViewNode> fits) {
        return all(fits).findFirst();
    }

    /** The nodes that are shown and fit. */
    public Stream<ViewNode> all(Predicate<ViewNode> fits) {
        return nodes.values().stream().filter(fits).filter(this::shown);
    }

    /** The elements that are shown, were told as HTML and fit. */
    public List<Element> told(String selector) {
        return all(node -> !node.property("innerHTML").isEmpty())
                .flatMap(node -> Jsoup.parseBodyFragment(node.property("innerHTML")).select(selector).stream())
                .toList();
    }

    /** All texts at or below a node, in no particular order. */
    String textOf(ViewNode node) {
        List<String> texts = new ArrayList<>();
        nodes.values().stream()
                .filter(text -> !text.text().isEmpty() && isBelow(text, node))
                .forEach(text -> texts.add(text.text()));
        return String.join(" ", texts);
    }

    /** Whether one node is another or below it. */
    boolean isBelow(ViewNode node, ViewNode above) {
        ViewNode at = node;
        while (at != null && at != above) {
            at = nodes.get(at.parent());
        }
        return at == above;
    }

    private boolean shown(ViewNode node) {
        ViewNode root = nodes.get(ROOT);
        return root != null && isBelow(node, root);
    }

    private void apply(JsonNode message) {
        syncId = message.path("syncId").asInt(syncId);
        clientId = Math.max(clientId, message.path("clientId").asInt(clientId));
        for (JsonNode change : message.path("changes")) {
            apply(change.path("node").asInt(), change);
        }
    }

    private void apply(int id, JsonNode change) {
        ViewNode node = nodes.computeIfAbsent(id, ViewNode::new);
        int feature = change.path("feat").asInt();
        String key = change.path("key").asString("");
        switch (change.path("type").asString("")) {
            case "put" -> put(node, feature, key, change);
            case "remove" -> node.remove(feature, key);
            case "splice" -> splice(node, feature, change);
            case "detach" -> nodes.remove(id);
            default -> {
                // Attached nodes exist already; lists are cleared when their nodes are detached.
            }
        }
    }

    private void put(ViewNode node, int feature, String key, JsonNode change) {
        if (change.has("nodeValue")) {
            below(node, change.path("nodeValue").asInt());
        } else {
            node.put(feature, key, change.path("value"));
        }
    }

    private void splice(ViewNode node, int feature, JsonNode change) {
        for (JsonNode child : change.path("addNodes")) {
            below(node, child.asInt());
        }
        if (feature != CHILDREN) {
            for (JsonNode added : change.path("add")) {
                node.put(feature, added.asString(""), added);
            }
        }
    }

    private void below(ViewNode parent, int child) {
        Objects.requireNonNull(nodes.computeIfAbsent(child, ViewNode::new)).movedBelow(parent.id());
    }

    private String event(int node, String type, Map<String, Object> data) {
        return message(Map.of("type", "event", "node", node, "event", type, "data", data));
    }

    private String message(Map<String, Object> call) {
        return JSON.writeValueAsString(
                Map.of("csrfToken", token, "rpc", List.of(call), "syncId", syncId, "clientId", clientId));
    }
}

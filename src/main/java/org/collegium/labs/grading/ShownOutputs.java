package org.collegium.labs.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes of what a learner's process says its cells show what has the form of outputs, up to a size for the whole notebook. What is
 * text stays text: whoever shows HTML must still clean it.
 */
final class ShownOutputs {

    private static final int MOST_CHARACTERS = 16 * 1024 * 1024;
    private static final int MOST_OUTPUTS = 60;
    private static final int MOST_LINES = 100;
    private static final Set<String> TYPES = Set.of("text/plain", "text/html", "image/png", "image/svg+xml");
    private static final Set<String> STREAMS = Set.of("stdout", "stderr");

    private int characters;

    List<JsonNode> checked(JsonNode outputs) {
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode output : outputs) {
            if (kept.size() < MOST_OUTPUTS && output.isObject()) {
                output(output).filter(this::fits).ifPresent(kept::add);
            }
        }
        return kept;
    }

    private boolean fits(JsonNode output) {
        int length = output.toString().length();
        boolean fits = characters + length <= MOST_CHARACTERS;
        characters += fits ? length : 0;
        return fits;
    }

    private static Optional<JsonNode> output(JsonNode output) {
        String type = output.path("output_type").asString("");
        ObjectNode kept = JsonMapper.shared().createObjectNode().put("output_type", type);
        return switch (type) {
            case "stream" -> {
                String name = output.path("name").asString("");
                kept.put("name", STREAMS.contains(name) ? name : "stdout");
                yield Optional.of(kept.put("text", output.path("text").asString("")));
            }
            case "error" -> {
                kept.put("ename", output.path("ename").asString(""));
                kept.put("evalue", output.path("evalue").asString(""));
                ArrayNode lines = kept.putArray("traceback");
                output.path("traceback").valueStream().limit(MOST_LINES).forEach(line -> lines.add(line.asString("")));
                yield Optional.of(kept);
            }
            case "execute_result", "display_data" -> {
                ObjectNode data = kept.putObject("data");
                TYPES.stream()
                        .sorted()
                        .filter(mime -> output.path("data").path(mime).isString())
                        .forEach(mime ->
                                data.put(mime, output.path("data").path(mime).stringValue()));
                kept.putObject("metadata");
                if (type.equals("execute_result")) {
                    kept.put("execution_count", output.path("execution_count").asInt(0));
                }
                yield Optional.of(kept);
            }
            default -> Optional.empty();
        };
    }
}

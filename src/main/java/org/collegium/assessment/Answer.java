package org.collegium.assessment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.collegium.shared.RuleViolation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a learner answered.
 *
 * @param values keys of the chosen options; {@code true} or {@code false}; the text as typed; for several prompts or gaps one
 *     value each, which may be blank; or the keys of all options in the order they were given. None or blank ones are no answer
 */
public record Answer(List<String> values) implements Serializable {

    /** Nothing yet. */
    public static final Answer NONE = new Answer(List.of());

    /** The most characters of a value, in questions that are answered at length. */
    public static final int LONGEST = 50_000;

    /** The most characters of a value in all other questions. */
    public static final int USUAL_LONGEST = 500;

    private static final int MOST_VALUES = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Answer {
        values = List.copyOf(values);
        if (values.size() > MOST_VALUES || values.stream().anyMatch(value -> value.length() > LONGEST)) {
            throw new RuleViolation("assessment.answer.too-long", LONGEST, MOST_VALUES);
        }
    }

    public static Answer of(String... values) {
        return new Answer(List.of(values));
    }

    /** Reads what was kept. */
    public static Answer read(String json) {
        return read(json, LONGEST);
    }

    /**
     * Reads what a browser saved, which may be anything: what is no JSON list of texts is no answer, and long texts are cut.
     *
     * @param longest the most characters of a value
     */
    public static Answer read(String json, int longest) {
        try {
            JsonNode list = JSON.readTree(json);
            if (!list.isArray() || list.size() > MOST_VALUES) {
                return NONE;
            }
            List<String> values = new ArrayList<>();
            for (JsonNode value : list) {
                if (!value.isString()) {
                    return NONE;
                }
                String text = value.asString();
                values.add(text.length() > longest ? text.substring(0, longest) : text);
            }
            return new Answer(values);
        } catch (JacksonException unreadable) {
            return NONE;
        }
    }

    /** The values as a JSON list. */
    public String json() {
        return JSON.writeValueAsString(values);
    }

    /** Whether nothing is answered. */
    public boolean empty() {
        return values.stream().allMatch(String::isBlank);
    }

    /** The value at a place from 0; empty without one. */
    public String at(int place) {
        return place < values.size() ? values.get(place) : "";
    }

    /** The text as typed, or the one choice; empty without an answer. */
    public String text() {
        return values.isEmpty() ? "" : values.getFirst();
    }
}

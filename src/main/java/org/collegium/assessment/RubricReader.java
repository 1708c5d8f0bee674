package org.collegium.assessment;

import static org.collegium.assessment.QuizReader.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collegium.assessment.Rubric.Criterion;
import org.collegium.assessment.Rubric.Level;
import org.collegium.source.FaultSink;
import org.collegium.source.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Reads by what a person marks. */
final class RubricReader {

    private static final double EXACT = 1e-9;

    private final YamlDocument yaml;
    private final FaultSink faults;

    RubricReader(YamlDocument yaml, FaultSink faults) {
        this.yaml = yaml;
        this.faults = faults;
    }

    /** @param pointer of the question */
    Rubric rubric(JsonNode question, String pointer) {
        JsonNode list = question.path("rubric");
        List<Criterion> criteria = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String at = pointer + "/rubric/" + i;
            String key = text(list.path(i), "key");
            once(keys, key, at);
            criteria.add(new Criterion(key, text(list.path(i), "text"), levels(list.path(i), at)));
        }
        Rubric rubric = new Rubric(criteria, question.path("rubricShown").asBoolean(true));
        double points = question.path("points").asDouble(1);
        if (!rubric.none() && Math.abs(rubric.most() - points) > EXACT) {
            faults.error(
                    yaml.keyPlace(pointer + "/rubric"),
                    "rubric-points",
                    text(question, "key"),
                    QuizWriter.number(rubric.most()),
                    QuizWriter.number(points));
        }
        return rubric;
    }

    private List<Level> levels(JsonNode criterion, String pointer) {
        JsonNode list = criterion.path("levels");
        Set<String> keys = new HashSet<>();
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode level = list.path(i);
            String key = text(level, "key");
            once(keys, key, pointer + "/levels/" + i);
            levels.add(
                    new Level(key, text(level, "text"), level.path("points").asDouble(0), text(level, "description")));
        }
        return levels;
    }

    private void once(Set<String> keys, String key, String pointer) {
        if (!key.isEmpty() && !keys.add(key)) {
            faults.error(yaml.place(pointer + "/key"), "rubric-twice", key);
        }
    }

    WordLimits words(JsonNode question, String pointer) {
        JsonNode words = question.path("words");
        WordLimits limits =
                new WordLimits(words.path("min").asInt(0), words.path("max").asInt(0));
        if (limits.most() > 0 && limits.least() > limits.most()) {
            faults.error(yaml.place(pointer + "/words/min"), "words-none", limits.least(), limits.most());
        }
        return limits;
    }
}

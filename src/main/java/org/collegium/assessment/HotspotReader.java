package org.collegium.assessment;

import static org.collegium.assessment.QuizReader.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collegium.assessment.Area.Shape;
import org.collegium.source.FaultSink;
import org.collegium.source.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Reads a picture with the areas in it. */
final class HotspotReader {

    private final YamlDocument yaml;
    private final FaultSink faults;

    HotspotReader(YamlDocument yaml, FaultSink faults) {
        this.yaml = yaml;
        this.faults = faults;
    }

    Hotspot hotspot(JsonNode node, String pointer, QuestionReader.Common all) {
        boolean among = text(node, "choose").equals("area");
        List<Area> areas = areas(node.path("areas"), pointer + "/areas", among);
        int right = (int) areas.stream().filter(Area::correct).count();
        return new Hotspot(
                all.key(),
                all.stem(),
                all.points(),
                all.traits(),
                all.explanation(),
                new Picture(text(node, "image"), text(node, "description")),
                among,
                node.path("marks").asInt(Math.max(1, right)),
                areas,
                QuestionReader.feedback(node));
    }

    private List<Area> areas(JsonNode list, String pointer, boolean among) {
        List<Area> areas = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.path(i);
            String at = pointer + "/" + i;
            String key = text(node, "key");
            String label = text(node, "label");
            if (!key.isEmpty() && !keys.add(key)) {
                faults.error(yaml.place(at + "/key"), "option-twice", key);
            }
            if (among && label.isBlank()) {
                faults.error(yaml.place(at), "area-unlabelled", key);
            }
            if (!label.isEmpty() && !labels.add(label)) {
                faults.warning(yaml.place(at + "/label"), "option-same-text", label);
            }
            Shape shape = Words.find(Shape.class, text(node, "shape")).orElse(Shape.RECTANGLE);
            List<Double> numbers =
                    node.path("at").valueStream().map(JsonNode::asDouble).toList();
            if (!Area.complete(shape, numbers)) {
                // Where there are none, they are told as missing already.
                if (!numbers.isEmpty()) {
                    faults.error(yaml.place(at + "/at"), "area-numbers", key, numbers.size());
                }
                continue;
            }
            if (!Area.inside(shape, numbers)) {
                faults.error(yaml.place(at + "/at"), "area-outside", key);
            }
            areas.add(new Area(
                    key, shape, numbers, label, node.path("correct").asBoolean(false), text(node, "feedback")));
        }
        return areas;
    }
}

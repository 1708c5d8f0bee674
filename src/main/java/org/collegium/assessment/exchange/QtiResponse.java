package org.collegium.assessment.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.source.XmlNode.Element;

/**
 * What an item declares of one of its answers.
 *
 * @param correct the right values
 * @param mapping what each value earns
 * @param sensitive whether all values that are mapped are compared with their case
 * @param most the most that may be earned
 */
record QtiResponse(
        String identifier,
        String cardinality,
        String baseType,
        List<String> correct,
        Map<String, Double> mapping,
        boolean sensitive,
        Optional<Double> most) {

    static QtiResponse of(Element declaration) {
        List<String> correct = declaration.child("correctResponse").stream()
                .flatMap(all -> all.children("value").stream())
                .map(Element::text)
                .toList();
        Map<String, Double> mapping = new LinkedHashMap<>();
        Optional<Element> map = declaration.child("mapping");
        List<Element> entries = map.map(all -> all.children("mapEntry")).orElse(List.of());
        for (Element entry : entries) {
            Numbers.of(entry.attribute("mappedValue"))
                    .ifPresent(value -> mapping.put(entry.attribute("mapKey"), value.doubleValue()));
        }
        boolean sensitive = entries.stream()
                .noneMatch(entry -> entry.attribute("caseSensitive").equals("false"));
        return new QtiResponse(
                declaration.attribute("identifier"),
                declaration.attribute("cardinality"),
                declaration.attribute("baseType"),
                correct,
                mapping,
                sensitive,
                map.flatMap(all -> Numbers.of(all.attribute("upperBound"))).map(Number::doubleValue));
    }

    boolean number() {
        return baseType.equals("float") || baseType.equals("integer");
    }

    /** The most that its mapping gives; 1 without one. */
    double points() {
        if (mapping.isEmpty()) {
            return 1;
        }
        double sum = cardinality.equals("single")
                ? mapping.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(1)
                : mapping.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(value -> value > 0)
                        .sum();
        return Math.min(sum, most.orElse(sum));
    }

    /** Whether each right value earns as much as the others, and nothing is taken away. */
    boolean inEqualParts(int parts) {
        List<Double> values =
                mapping.values().stream().filter(value -> value != 0).toList();
        return values.size() == parts
                && values.stream().allMatch(value -> value > 0 && Math.abs(value - values.getFirst()) < 0.001);
    }
}

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
 * @param bounds what its mapping says beside its entries
 */
record QtiResponse(
        String identifier,
        String cardinality,
        String baseType,
        List<String> correct,
        Map<String, Double> mapping,
        boolean sensitive,
        Bounds bounds) {

    /**
     * What a mapping says beside its entries.
     *
     * @param otherwise what an answer gives that has no entry
     */
    record Bounds(Optional<Double> least, Optional<Double> most, double otherwise) {

        static Bounds of(Optional<Element> mapping) {
            return new Bounds(
                    number(mapping, "lowerBound"),
                    number(mapping, "upperBound"),
                    number(mapping, "defaultValue").orElse(0.0));
        }

        private static Optional<Double> number(Optional<Element> mapping, String name) {
            return mapping.flatMap(all -> Numbers.of(all.attribute(name))).map(Number::doubleValue);
        }
    }

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
                Bounds.of(map));
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
        return Math.min(sum, bounds.most().orElse(sum));
    }

    /** What its mapping gives for one value. */
    double mapped(String value) {
        return mapping.getOrDefault(value, bounds.otherwise());
    }

    /** Whether a wrong answer may give less than none. */
    boolean takesAway() {
        boolean negative = bounds.otherwise() < 0 || mapping.values().stream().anyMatch(value -> value < 0);
        return negative && bounds.least().orElse(-1.0) < 0;
    }

    /** Whether each right value earns as much as the others, and nothing is taken away. */
    boolean inEqualParts(int parts) {
        if (bounds.otherwise() != 0) {
            return false;
        }
        List<Double> values =
                mapping.values().stream().filter(value -> value != 0).toList();
        return values.size() == parts
                && values.stream().allMatch(value -> value > 0 && Math.abs(value - values.getFirst()) < 0.001);
    }
}

package org.collegium.courses.imports.cartridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.source.XmlNode.Element;

/** What the response processing of an item of QTI 1.2 says: which answers earn points, and which feedback they get. */
final class QtiScores {

    private final List<Element> conditions;

    QtiScores(Element item) {
        this.conditions = item.child("resprocessing")
                .map(found -> found.children("respcondition"))
                .orElse(List.of());
    }

    /** A number that is right, and how far from it one may be. */
    record Range(double value, double tolerance) {}

    private Stream<Element> scoring() {
        return conditions.stream()
                .filter(condition -> condition.children("setvar").stream()
                        .anyMatch(set -> QtiFields.number(set.text()).orElse(0.0) > 0));
    }

    /** The values that earn points, of one response or, with an empty name, of any. */
    List<String> right(String response) {
        List<String> right = new ArrayList<>();
        scoring()
                .forEach(
                        condition -> condition.child("conditionvar").ifPresent(vars -> collect(vars, response, right)));
        return right.stream().distinct().toList();
    }

    /** What stands in a negation is wrong. */
    private static void collect(Element element, String response, List<String> right) {
        for (Element child : element.children().toList()) {
            if (child.name().equals("varequal") || child.name().equals("varsubstring")) {
                if (response.isEmpty() || child.attribute("respident").equals(response)) {
                    right.add(child.text());
                }
            } else if (!child.name().equals("not")) {
                collect(child, response, right);
            }
        }
    }

    boolean caseSensitive() {
        return scoring()
                .flatMap(condition -> condition.all("varequal").stream())
                .anyMatch(equal -> equal.attribute("case").equalsIgnoreCase("yes"));
    }

    /** The feedback shown to what earns points. */
    Optional<String> feedback() {
        return scoring()
                .flatMap(condition -> condition.children("displayfeedback").stream())
                .map(shown -> shown.attribute("linkrefid"))
                .findFirst();
    }

    /** The feedback shown when exactly this value is chosen. */
    Optional<String> feedback(String value) {
        return conditions.stream()
                .filter(condition -> condition.children("setvar").isEmpty())
                .filter(condition -> condition.child("conditionvar").stream()
                        .flatMap(Element::children)
                        .anyMatch(child ->
                                child.name().equals("varequal") && child.text().equals(value)))
                .flatMap(condition -> condition.children("displayfeedback").stream())
                .map(shown -> shown.attribute("linkrefid"))
                .findFirst();
    }

    /** The numbers that earn points: exact ones, and such between two bounds. */
    List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        scoring().forEach(condition -> {
            Optional<Double> exact = first(condition, "varequal");
            Optional<Double> low = first(condition, "vargte").or(() -> first(condition, "vargt"));
            Optional<Double> high = first(condition, "varlte").or(() -> first(condition, "varlt"));
            if (low.isPresent() && high.isPresent() && low.get() <= high.get()) {
                double middle = exact.filter(value -> value >= low.get() && value <= high.get())
                        .orElse((low.get() + high.get()) / 2);
                double tolerance = Math.max(high.get() - middle, middle - low.get());
                ranges.add(new Range(middle, Math.round(tolerance * 1e9) / 1e9));
            } else {
                exact.ifPresent(value -> ranges.add(new Range(value, 0)));
            }
        });
        return ranges;
    }

    private static Optional<Double> first(Element condition, String name) {
        return condition.all(name).stream()
                .flatMap(found -> QtiFields.number(found.text()).stream())
                .findFirst();
    }
}

package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.assessment.Tolerance;
import org.collegium.source.XmlNode.Element;

/** How an item is scored: by one of the templates of QTI, or by rules of its own as far as they say one of the usual things. */
final class QtiScoring {

    private static final Set<String> USUAL =
            Set.of(("responseCondition responseIf responseElseIf responseElse setOutcomeValue match "
                            + "variable correct baseValue mapResponse mapResponsePoint sum and or not isNull equal stringMatch gte "
                            + "lte gt lt member multiple equalRounded exitResponse responseProcessing")
                    .split(" "));

    private final Element processing;
    private final String template;

    QtiScoring(Element item) {
        processing = item.child("responseProcessing")
                .orElseGet(() -> new Element("responseProcessing", Map.of(), List.of(), item.place()));
        String address = processing.attribute("template");
        template = address.substring(address.lastIndexOf('/') + 1).replace(".xml", "");
    }

    /** The outcomes that some rule sets. */
    Set<String> changed() {
        return processing.all("setOutcomeValue").stream()
                .map(set -> set.attribute("identifier"))
                .collect(Collectors.toSet());
    }

    /** Reports rules that are not known here. */
    void tell(Reading.Item item) {
        boolean known = template.isEmpty()
                || template.equals("match_correct")
                || template.equals("map_response")
                || template.equals("map_response_point");
        if (!known) {
            item.lost(processing.place(), "responseProcessing " + template);
        }
        processing.all("setOutcomeValue").stream()
                .filter(set -> set.attribute("identifier").equals("SCORE"))
                .filter(set -> set.all("baseValue").stream()
                        .anyMatch(value -> Numbers.of(value.text()).stream().anyMatch(number -> number.signum() < 0)))
                .findFirst()
                .ifPresent(set -> item.scoredOtherwise(set.place()));
        processing.all().stream()
                .map(Element::name)
                .filter(name -> !USUAL.contains(name))
                .distinct()
                .forEach(name -> item.lost(processing.place(), "responseProcessing " + name));
    }

    /** Whether what an answer earns is looked up in its mapping. */
    boolean mapped(QtiResponse response) {
        if (response.mapping().isEmpty()) {
            return false;
        }
        return template.equals("map_response")
                || processing.all("mapResponse").stream()
                        .anyMatch(map -> map.attribute("identifier").equals(response.identifier()));
    }

    /** Whether texts are compared without their case. */
    boolean withoutCase(QtiResponse response) {
        return comparisons("stringMatch", response).stream()
                .anyMatch(comparison -> comparison.attribute("caseSensitive").equals("false"));
    }

    /** How far off a number may be; empty where rules do not say it in a known way. */
    Optional<Tolerance> tolerance(QtiResponse response, Reading.Item item) {
        for (Element equal : comparisons("equal", response)) {
            String[] bounds = equal.attribute("tolerance").split(" ", 3);
            Optional<BigDecimal> low = Numbers.of(bounds[0]);
            Optional<BigDecimal> high = bounds.length > 1 ? Numbers.of(bounds[1]) : low;
            if (low.isEmpty() || high.isEmpty()) {
                continue;
            }
            if (low.get().compareTo(high.get()) != 0) {
                item.changed(equal.place(), "tolerance " + equal.attribute("tolerance"), String.valueOf(high.get()));
            }
            BigDecimal off = Numbers.plainly(low.get().max(high.get()).abs());
            return Optional.of(
                    equal.attribute("toleranceMode").equals("relative")
                            ? new Tolerance(BigDecimal.ZERO, off)
                            : Tolerance.absolute(off));
        }
        for (Element rounded : comparisons("equalRounded", response)) {
            item.changed(rounded.place(), "equalRounded", "tolerance");
            int figures = Numbers.of(rounded.attribute("figures"))
                    .map(BigDecimal::intValue)
                    .filter(number -> number >= 0 && number < 30)
                    .orElse(0);
            return Optional.of(Tolerance.absolute(new BigDecimal("0.5").movePointLeft(figures)));
        }
        return Optional.empty();
    }

    /** The limits between which a number is right, the lower first. */
    Optional<List<BigDecimal>> range(QtiResponse response) {
        Optional<BigDecimal> low = bound(response, "gte").or(() -> bound(response, "gt"));
        Optional<BigDecimal> high = bound(response, "lte").or(() -> bound(response, "lt"));
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) <= 0
                ? Optional.of(List.of(low.get(), high.get()))
                : Optional.empty();
    }

    private Optional<BigDecimal> bound(QtiResponse response, String comparison) {
        return comparisons(comparison, response).stream()
                .flatMap(found -> found.children("baseValue").stream())
                .flatMap(value -> Numbers.of(value.text()).stream())
                .findFirst();
    }

    /** The value that a number is compared with where no right one is declared. */
    Optional<BigDecimal> compared(QtiResponse response) {
        return bound(response, "equal").or(() -> bound(response, "equalRounded"));
    }

    private List<Element> comparisons(String name, QtiResponse response) {
        return processing.all(name).stream()
                .filter(comparison -> comparison.children("variable").stream()
                        .anyMatch(variable -> variable.attribute("identifier").equals(response.identifier())))
                .toList();
    }

    /** What a right answer is given by a rule of its own. */
    Optional<Double> awarded(QtiResponse response) {
        return processing.all("responseIf").stream()
                .filter(rule -> rule.all("variable").stream()
                        .anyMatch(variable -> variable.attribute("identifier").equals(response.identifier())))
                .flatMap(rule -> rule.children("setOutcomeValue").stream())
                .filter(set -> set.attribute("identifier").equals("SCORE"))
                .flatMap(set -> set.all("baseValue").stream())
                .flatMap(value -> Numbers.of(value.text()).stream())
                .map(Number::doubleValue)
                .filter(value -> value > 0)
                .findFirst();
    }
}

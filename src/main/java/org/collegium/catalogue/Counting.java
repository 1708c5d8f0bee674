package org.collegium.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.collegium.catalogue.CataloguePage.FacetCounts;
import org.collegium.catalogue.CataloguePage.FacetCounts.Value;

/**
 * Decides which entries fit the filters and counts, in the same pass, how many each further value would leave: an entry
 * counts for a facet when it fits all other facets.
 */
final class Counting {

    private final CatalogueSnapshot courses;
    private final CatalogueQuery query;
    private final Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
    private final Map<String, String> skillTitles = new HashMap<>();
    private final Map<String, String> partnerNames = new HashMap<>();

    Counting(CatalogueSnapshot courses, CatalogueQuery query) {
        this.courses = courses;
        this.query = query;
        for (Facet facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
        }
    }

    /** Whether the entry passes every filter; counts it on the way. */
    boolean fits(int ordinal) {
        CatalogueEntry entry = courses.entry(ordinal);
        Facet failed = null;
        for (Map.Entry<Facet, Set<String>> chosen : query.chosen().entrySet()) {
            if (Collections.disjoint(chosen.getKey().valuesOf(entry), chosen.getValue())) {
                if (failed != null) {
                    return false;
                }
                failed = chosen.getKey();
            }
        }
        if (failed == null) {
            for (Facet facet : Facet.values()) {
                count(facet, entry);
            }
            return true;
        }
        count(failed, entry);
        return false;
    }

    /** The counts of all facets, each with its most frequent values and the chosen ones. */
    List<FacetCounts> counts() {
        return Stream.of(Facet.values())
                .map(facet -> new FacetCounts(facet, values(facet)))
                .filter(facet -> !facet.values().isEmpty())
                .toList();
    }

    private void count(Facet facet, CatalogueEntry entry) {
        Map<String, Integer> byValue = counts.getOrDefault(facet, Map.of());
        facet.valuesOf(entry).forEach(value -> byValue.merge(value, 1, Integer::sum));
        if (facet == Facet.SKILL) {
            entry.skills().forEach(skill -> skillTitles.putIfAbsent(skill.key(), skill.title()));
        }
        if (facet == Facet.PARTNER) {
            partnerNames.computeIfAbsent(entry.partnerSlug(), slug -> courses.partnerName(entry));
        }
    }

    private List<Value> values(Facet facet) {
        Map<String, Integer> byValue = counts.getOrDefault(facet, Map.of());
        Collection<String> chosen = query.chosen().getOrDefault(facet, Set.of());
        List<Value> values = new ArrayList<>();
        byValue.forEach((value, count) -> values.add(value(facet, value, count, chosen.contains(value))));
        chosen.stream()
                .filter(value -> !byValue.containsKey(value))
                .forEach(value -> values.add(value(facet, value, 0, true)));
        values.sort(Comparator.comparing(Value::chosen)
                .thenComparing(Value::count)
                .reversed()
                .thenComparing(Value::value));
        List<Value> shown = new ArrayList<>(values.subList(0, Math.min(CataloguePage.VALUES, values.size())));
        shown.sort(order(facet));
        return shown;
    }

    private Value value(Facet facet, String value, int count, boolean chosen) {
        String label = switch (facet) {
            case SKILL -> skillTitles.getOrDefault(value, value);
            case PARTNER -> partnerNames.getOrDefault(value, value);
            default -> "";
        };
        return new Value(value, label, count, chosen);
    }

    /** Values with an order of their own keep it; the others come by frequency, so that chips do not jump when chosen. */
    private static Comparator<Value> order(Facet facet) {
        Comparator<Value> byFrequency =
                Comparator.comparing(Value::count).reversed().thenComparing(Value::value);
        List<String> own = switch (facet) {
            case LEVEL -> List.of("introductory", "intermediate", "advanced");
            case EFFORT -> List.of("hours", "days", "weeks", "months");
            default -> List.of();
        };
        return own.isEmpty() ? byFrequency : Comparator.comparing(value -> own.indexOf(value.value()));
    }
}

package org.collegium.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What is asked of the catalogue; it stands wholly in the address. What an address says beyond sense is ignored, not an
 * error: addresses are typed, shortened and passed on by people.
 *
 * @param text at most 200 characters
 * @param chosen values by facet; within a facet any of them will do, across facets all must hold
 * @param page from 1
 */
public record CatalogueQuery(String text, Map<Facet, Set<String>> chosen, Order order, int page) {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_VALUES = 20;
    private static final int LAST_PAGE = 5_000;

    /** In which order results come. */
    public enum Order {
        RELEVANCE,
        NEWEST,
        SHORTEST,
        TITLE;

        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public CatalogueQuery {
        text = text.strip();
        if (text.length() > LONGEST_TEXT) {
            text = text.substring(0, LONGEST_TEXT);
        }
        EnumMap<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            Set<String> kept = new LinkedHashSet<>();
            values.stream().filter(value -> !value.isBlank()).limit(MOST_VALUES).forEach(kept::add);
            if (!kept.isEmpty()) {
                copy.put(facet, Collections.unmodifiableSet(kept));
            }
        });
        chosen = Collections.unmodifiableMap(copy);
        page = Math.clamp(page, 1, LAST_PAGE);
    }

    /** Reads the parameters of an address. */
    public static CatalogueQuery of(Map<String, List<String>> parameters) {
        EnumMap<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            chosen.put(facet, new LinkedHashSet<>(parameters.getOrDefault(facet.parameter(), List.of())));
        }
        return new CatalogueQuery(
                first(parameters, "q"), chosen, order(first(parameters, "sort")), page(first(parameters, "page")));
    }

    /** The address of this query below {@code path}; parts that say nothing are left out. */
    public String address(String path) {
        StringJoiner address = new StringJoiner("&", path + "?", "").setEmptyValue(path);
        if (!text.isEmpty()) {
            address.add("q=" + encoded(text));
        }
        chosen.forEach(
                (facet, values) -> values.forEach(value -> address.add(facet.parameter() + "=" + encoded(value))));
        if (order != Order.RELEVANCE) {
            address.add("sort=" + order.parameter());
        }
        if (page > 1) {
            address.add("page=" + page);
        }
        return address.toString();
    }

    public CatalogueQuery onPage(int other) {
        return new CatalogueQuery(text, chosen, order, other);
    }

    /** The same query without one chosen value, from its first page. */
    public CatalogueQuery without(Facet facet, String value) {
        EnumMap<Facet, Set<String>> fewer = new EnumMap<>(Facet.class);
        fewer.putAll(chosen);
        Set<String> values = new LinkedHashSet<>(chosen.getOrDefault(facet, Set.of()));
        values.remove(value);
        fewer.put(facet, values);
        return new CatalogueQuery(text, fewer, order, 1);
    }

    /** The same text and order without any filter. */
    public CatalogueQuery withoutFilters() {
        return new CatalogueQuery(text, Map.of(), order, 1);
    }

    /** The same filters and order without the text. */
    public CatalogueQuery withoutText() {
        return new CatalogueQuery("", chosen, order, 1);
    }

    /** All orders, for templates. */
    public List<Order> orders() {
        return List.of(Order.values());
    }

    public boolean filtered() {
        return !chosen.isEmpty();
    }

    /** Whether everything is asked for, from its beginning. */
    public boolean everything() {
        return text.isEmpty() && chosen.isEmpty() && page == 1;
    }

    boolean chose(Facet facet, String value) {
        return chosen.getOrDefault(facet, Set.of()).contains(value);
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static Order order(String value) {
        for (Order order : Order.values()) {
            if (order.parameter().equals(value)) {
                return order;
            }
        }
        return Order.RELEVANCE;
    }

    private static int page(String value) {
        return value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 1;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

package org.collegium.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.collegium.catalogue.CataloguePage.Teaching;
import org.collegium.partners.Partner;
import org.jspecify.annotations.Nullable;

/**
 * All listed courses as they stood at one revision. An entry keeps its ordinal from one snapshot to the next; where a
 * course was unlisted there is null.
 */
final class CatalogueSnapshot {

    static final CatalogueSnapshot EMPTY = new CatalogueSnapshot(0, List.of(), Map.of(), Map.of());

    private static final int MOST_TEACHING = 4;

    private final long revision;
    private final List<@Nullable CatalogueEntry> entries;
    private final Map<UUID, Integer> ordinals;
    private final Map<UUID, Partner> partners;
    private final int[] newestFirst;
    private final Map<String, CatalogueEntry> byPath = new HashMap<>();
    private final Map<String, List<CatalogueEntry>> families = new HashMap<>();
    private final Map<UUID, Long> byPartner;
    private final List<Teaching> teaching;

    private CatalogueSnapshot(
            long revision,
            List<@Nullable CatalogueEntry> entries,
            Map<UUID, Integer> ordinals,
            Map<UUID, Partner> partners) {
        this.revision = revision;
        this.entries = entries;
        this.ordinals = ordinals;
        this.partners = partners;
        this.newestFirst = listed(entries)
                .boxed()
                .sorted(Comparator.comparing((Integer ordinal) -> entry(ordinal).publishedAt())
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        all().forEach(entry -> {
            byPath.put(entry.path(), entry);
            families.computeIfAbsent(familyOf(entry), absent -> new ArrayList<>())
                    .add(entry);
        });
        this.byPartner = all().collect(Collectors.groupingBy(CatalogueEntry::partner, Collectors.counting()));
        this.teaching = mostTeaching();
    }

    /** This snapshot with what was written since, and the partners as they are now. */
    CatalogueSnapshot with(List<CatalogueRows.Row> rows, Map<UUID, Partner> partnersNow) {
        List<@Nullable CatalogueEntry> next = new ArrayList<>(entries);
        Map<UUID, Integer> nextOrdinals = new HashMap<>(ordinals);
        long latest = revision;
        for (CatalogueRows.Row row : rows) {
            latest = Math.max(latest, row.revision());
            Integer known = nextOrdinals.get(row.course());
            CatalogueEntry entry = row.listed() ? row.entry() : null;
            if (known == null) {
                nextOrdinals.put(row.course(), next.size());
                next.add(entry);
            } else {
                next.set(known, entry);
            }
        }
        return new CatalogueSnapshot(latest, next, nextOrdinals, Map.copyOf(partnersNow));
    }

    long revision() {
        return revision;
    }

    int size() {
        return newestFirst.length;
    }

    int ordinal(UUID course) {
        return ordinals.getOrDefault(course, -1);
    }

    /** The ordinals of listed entries, newest first. */
    int[] newestFirst() {
        return newestFirst;
    }

    /** The entry with this ordinal, which must be listed. */
    CatalogueEntry entry(int ordinal) {
        CatalogueEntry entry = entries.get(ordinal);
        if (entry == null) {
            throw new IllegalArgumentException("No listed course has the ordinal " + ordinal);
        }
        return entry;
    }

    boolean lists(int ordinal) {
        return ordinal >= 0 && ordinal < entries.size() && entries.get(ordinal) != null;
    }

    Stream<CatalogueEntry> all() {
        return IntStream.of(newestFirst).mapToObj(this::entry);
    }

    /** The entry whose course page has this path. */
    Optional<CatalogueEntry> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The entry and its language variants, newest first. */
    List<CatalogueEntry> family(CatalogueEntry entry) {
        return families.getOrDefault(familyOf(entry), List.of(entry));
    }

    /** The partners with most courses. */
    List<Teaching> teaching() {
        return teaching;
    }

    /** How many courses each partner has that has any. */
    Map<UUID, Long> byPartner() {
        return Collections.unmodifiableMap(byPartner);
    }

    private List<Teaching> mostTeaching() {
        return byPartner.entrySet().stream()
                .sorted(Map.Entry.<UUID, Long>comparingByValue().reversed())
                .flatMap(count -> partner(count.getKey())
                        .map(partner -> new Teaching(
                                PartnerBrand.of(partner), count.getValue().intValue()))
                        .stream())
                .limit(MOST_TEACHING)
                .toList();
    }

    Optional<Partner> partner(UUID id) {
        return Optional.ofNullable(partners.get(id));
    }

    String partnerName(CatalogueEntry entry) {
        return partner(entry.partner()).map(partner -> partner.data().name()).orElse(entry.partnerSlug());
    }

    /** A course and its language variants share this. */
    private static String familyOf(CatalogueEntry entry) {
        return entry.partnerSlug() + "/" + (entry.variantOf() == null ? entry.key() : entry.variantOf());
    }

    private static IntStream listed(List<@Nullable CatalogueEntry> entries) {
        return IntStream.range(0, entries.size()).filter(ordinal -> entries.get(ordinal) != null);
    }
}

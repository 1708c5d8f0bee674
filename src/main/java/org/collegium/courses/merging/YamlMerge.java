package org.collegium.courses.merging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.courses.merging.YamlPieces.Entry;
import org.collegium.source.YamlWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Merges YAML by the names of its fields and the keys of its items, for instance the questions of a quiz. What nobody changed
 * stays as it is written. Values are compared by what they say, so another way of writing is no change.
 */
final class YamlMerge {

    private final Settling settling;
    private final Where where;

    YamlMerge(Settling settling, Where where) {
        this.settling = settling;
        this.where = where.as(Where.Kind.FIELD, where.part());
    }

    /** The merged text; a conflict of the whole when one of the three is not written line by line. */
    String merge(String base, String ours, String theirs) {
        if (ours.equals(base) || ours.equals(theirs)) {
            return theirs;
        }
        if (theirs.equals(base)) {
            return ours;
        }
        int before = settling.size();
        Optional<String> whole = YamlPieces.fields(base)
                .flatMap(was -> YamlPieces.fields(ours)
                        .flatMap(mine -> YamlPieces.fields(theirs)
                                .map(other -> YamlPieces.mapping(fields(where, was, mine, other)))));
        if (whole.isPresent() && YamlPieces.value(whole.get()).isPresent()) {
            return whole.get();
        }
        settling.backTo(before);
        return settling.choice(where.as(Where.Kind.FILE, ""), base, ours, theirs, text -> text);
    }

    private List<Entry> fields(Where at, List<Entry> base, List<Entry> ours, List<Entry> theirs) {
        return entries(at, base, ours, theirs, this::field);
    }

    /** Merges an entry that both sides changed; the result may be gone. */
    @FunctionalInterface
    private interface Within {
        Optional<Entry> merge(Where at, Entry base, Entry ours, Entry theirs);
    }

    private List<Entry> entries(Where at, List<Entry> base, List<Entry> ours, List<Entry> theirs, Within within) {
        Map<String, Entry> was = byKey(base);
        Map<String, Entry> mine = byKey(ours);
        Map<String, Entry> other = byKey(theirs);
        Map<String, Entry> merged = new HashMap<>();
        MergedOrder<String> order = new MergedOrder<>(keys(base), keys(ours), keys(theirs));
        for (String key : order.of(key -> true)) {
            entry(at.within(key), was.get(key), mine.get(key), other.get(key), within)
                    .ifPresent(entry -> merged.put(key, entry));
        }
        return order.of(merged::containsKey).stream()
                .map(key -> Objects.requireNonNull(merged.get(key)))
                .toList();
    }

    private Optional<Entry> entry(
            Where at, @Nullable Entry base, @Nullable Entry ours, @Nullable Entry theirs, Within within) {
        if (same(ours, theirs)) {
            return Optional.ofNullable(worded(base, ours, theirs));
        }
        if (same(base, theirs)) {
            return Optional.ofNullable(ours);
        }
        if (same(base, ours)) {
            return Optional.ofNullable(theirs);
        }
        if (ours == null || theirs == null) {
            return settling.presence(at, base, ours, theirs, Entry::text);
        }
        return within.merge(at, base == null ? new Entry(ours.key(), "", "") : base, ours, theirs);
    }

    /** Where all say the same: as the side has it that wrote it otherwise. */
    private static @Nullable Entry worded(@Nullable Entry base, @Nullable Entry ours, @Nullable Entry theirs) {
        return Objects.equals(base, ours) ? theirs : ours;
    }

    private Optional<Entry> field(Where at, Entry base, Entry ours, Entry theirs) {
        Optional<Entry> list = all(base, ours, theirs, entry -> YamlPieces.items(entry.text()))
                .map(parts -> new Entry(
                        ours.key(),
                        ours.before(),
                        YamlPieces.list(
                                ours.text().lines().findFirst().orElseThrow(),
                                entries(at, parts.get(0), parts.get(1), parts.get(2), this::item))));
        if (list.isPresent()) {
            return list;
        }
        String was = plain(base);
        String mine = plain(ours);
        String other = plain(theirs);
        if (was == null || mine == null || other == null) {
            return Optional.of(settling.choice(at, base, ours, theirs, YamlMerge::shown));
        }
        String text = settling.text(at, was, ProseMerge.sides(was, mine, other), true);
        String written =
                text.equals(mine) ? ours.text() : text.equals(other) ? theirs.text() : written(ours.key(), text);
        return Optional.of(new Entry(ours.key(), ours.before(), written));
    }

    private static String written(String key, String text) {
        boolean ended = text.endsWith("\n") && !text.endsWith("\n\n") && text.length() > 1;
        String field = new YamlWriter()
                .field(key, ended ? text.substring(0, text.length() - 1) : text)
                .text();
        String block = key + ": |-\n";
        return !ended
                ? field
                : field.startsWith(block)
                        ? key + ": |\n" + field.substring(block.length())
                        : new YamlWriter().field(key, text).text();
    }

    private Optional<Entry> item(Where at, Entry base, Entry ours, Entry theirs) {
        Optional<List<List<Entry>>> parts = all(base, ours, theirs, entry -> YamlPieces.fields(entry.text()));
        return parts.map(found -> Optional.of(new Entry(
                        ours.key(),
                        ours.before(),
                        YamlPieces.mapping(fields(at, found.get(0), found.get(1), found.get(2))))))
                .orElseGet(() -> Optional.of(settling.choice(at, base, ours, theirs, YamlMerge::shown)));
    }

    private static Optional<List<List<Entry>>> all(
            Entry base, Entry ours, Entry theirs, Function<Entry, Optional<List<Entry>>> split) {
        Optional<List<Entry>> was = base.text().isEmpty() ? Optional.of(List.of()) : split.apply(base);
        return was.flatMap(first ->
                split.apply(ours).flatMap(second -> split.apply(theirs).map(third -> List.of(first, second, third))));
    }

    private static @Nullable String shown(Entry entry) {
        return entry.text().isEmpty() ? null : entry.text();
    }

    /** The value where it is a text; null where it is another. */
    private static @Nullable String plain(Entry entry) {
        if (entry.text().isEmpty()) {
            return "";
        }
        return YamlPieces.value(entry.text())
                .map(node -> node.path(entry.key()))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .orElse(null);
    }

    private static boolean same(@Nullable Entry one, @Nullable Entry other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.text().equals(other.text())
                || YamlPieces.value(one.text())
                        .flatMap(mine -> YamlPieces.value(other.text()).map(mine::equals))
                        .orElse(false);
    }

    private static Map<String, Entry> byKey(List<Entry> entries) {
        Map<String, Entry> map = new HashMap<>();
        entries.forEach(entry -> map.put(entry.key(), entry));
        return map;
    }

    private static List<String> keys(List<Entry> entries) {
        return entries.stream().map(Entry::key).toList();
    }
}

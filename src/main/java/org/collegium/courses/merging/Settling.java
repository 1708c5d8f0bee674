package org.collegium.courses.merging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.courses.merging.Decision.Both;
import org.collegium.courses.merging.Decision.Edited;
import org.collegium.courses.merging.Decision.Ours;
import org.collegium.courses.merging.Decision.Theirs;
import org.jspecify.annotations.Nullable;

/** Collects conflicts, and puts what was decided in their place. */
final class Settling {

    private static final int NAME = 20;

    private final Map<String, Decision> decisions;
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();

    Settling(Map<String, Decision> decisions) {
        this.decisions = Map.copyOf(decisions);
    }

    List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /** How many conflicts there are so far. */
    int size() {
        return conflicts.size();
    }

    /** Forgets all conflicts but the first ones, which were found on a way that led nowhere. */
    void backTo(int size) {
        conflicts.subList(size, conflicts.size()).clear();
    }

    /** The text that stands there; an empty text is one that was removed. */
    String text(Where where, String base, Sides sides, boolean editable) {
        if (!sides.conflict()) {
            return sides.ours();
        }
        Optional<String> both = present(sides.both())
                .filter(text -> present(sides.ours()).isPresent()
                        && present(sides.theirs()).isPresent());
        return switch (settle(where, present(base), present(sides.ours()), present(sides.theirs()), both, editable)) {
            case Ours ours -> sides.ours();
            case Theirs theirs -> sides.theirs();
            case Both all -> sides.both();
            case Edited(String text) -> text;
        };
    }

    /**
     * What stands there: a choice between two things.
     *
     * @param shown what a person sees of it, null for what was removed
     */
    <T> T choice(Where where, T base, T ours, T theirs, Function<T, @Nullable String> shown) {
        Decision decision = settle(
                where,
                Optional.ofNullable(shown.apply(base)),
                Optional.ofNullable(shown.apply(ours)),
                Optional.ofNullable(shown.apply(theirs)),
                Optional.empty(),
                false);
        return decision instanceof Theirs ? theirs : ours;
    }

    /** The same among things that may be there or not. */
    <T> Optional<T> presence(
            Where where, @Nullable T base, @Nullable T ours, @Nullable T theirs, Function<T, String> shown) {
        return choice(
                where,
                Optional.ofNullable(base),
                Optional.ofNullable(ours),
                Optional.ofNullable(theirs),
                thing -> thing.map(shown).orElse(null));
    }

    /** A choice among two lists of things, or both behind one another. */
    <T> List<T> lists(Where where, List<T> ours, List<T> theirs, Function<List<T>, String> shown) {
        List<T> all = new ArrayList<>(ours);
        all.addAll(theirs);
        Decision decision = settle(
                where,
                Optional.empty(),
                present(shown.apply(ours)),
                present(shown.apply(theirs)),
                ours.isEmpty() || theirs.isEmpty() ? Optional.empty() : Optional.of(shown.apply(all)),
                false);
        return switch (decision) {
            case Theirs chosen -> theirs;
            case Both chosen -> all;
            default -> ours;
        };
    }

    private Decision settle(
            Where where,
            Optional<String> base,
            Optional<String> ours,
            Optional<String> theirs,
            Optional<String> both,
            boolean editable) {
        String id = id(where, base, ours, theirs);
        Optional<Decision> decision = Optional.ofNullable(decisions.get(id)).filter(chosen -> switch (chosen) {
            case Both all -> both.isPresent();
            case Edited edited -> editable;
            default -> true;
        });
        conflicts.add(new Conflict(id, where, base, ours, theirs, both, editable, decision));
        return decision.orElseGet(Ours::new);
    }

    private String id(Where where, Optional<String> base, Optional<String> ours, Optional<String> theirs) {
        String all = where + "\0" + base + "\0" + ours + "\0" + theirs;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            String name = HexFormat.of().formatHex(digest).substring(0, NAME);
            int number = names.merge(name, 1, Integer::sum);
            return number == 1 ? name : name + "-" + number;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(found -> !found.isEmpty());
    }
}

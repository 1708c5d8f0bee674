package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.merging.Outline.Node;
import org.jspecify.annotations.Nullable;

/** Merges the outlines of courses: sections and units are known by their keys, wherever they stand. */
final class OutlineMerge {

    private final Settling settling;
    private final Outline base;
    private final Outline ours;
    private final Outline theirs;

    /** What is kept, with the name of what it stands under. */
    private final Map<String, String> under = new LinkedHashMap<>();

    /** @param shown what a person sees of a file */
    OutlineMerge(
            Settling settling,
            CourseManifest base,
            CourseManifest ours,
            CourseManifest theirs,
            Function<CourseFile, @Nullable String> shown) {
        this.settling = settling;
        this.base = new Outline(base, shown);
        this.ours = new Outline(ours, shown);
        this.theirs = new Outline(theirs, shown);
    }

    List<CourseSection> merged() {
        List<String> names = Stream.of(ours, theirs)
                .flatMap(side -> side.names().stream())
                .distinct()
                .toList();
        names.stream().filter(this::isKept).forEach(name -> under.put(name, place(name)));
        names.forEach(this::keepWhatItStandsUnder);
        breakCircles();
        return children(Outline.TOP).stream().map(this::section).toList();
    }

    /** What one side removed stays when the other changed it, until a person says otherwise. */
    private boolean isKept(String name) {
        Node was = base.node(name);
        Node mine = ours.node(name);
        Node other = theirs.node(name);
        if (was == null || (mine != null && other != null)) {
            return true;
        }
        boolean changed =
                mine == null ? differs(name, theirs, Objects.requireNonNull(other)) : differs(name, ours, mine);
        return changed
                && settling.presence(
                                where(name, ""),
                                base.shown(name),
                                mine == null ? null : ours.shown(name),
                                other == null ? null : theirs.shown(name),
                                text -> text)
                        .isPresent();
    }

    private boolean differs(String name, Outline side, Node now) {
        Node was = Objects.requireNonNull(base.node(name));
        return !was.under().equals(now.under())
                || !Objects.equals(alone(was.section()), alone(now.section()))
                || !Objects.equals(alone(was.unit()), alone(now.unit()))
                || !base.content(name).equals(side.content(name));
    }

    private static @Nullable CourseSection alone(@Nullable CourseSection section) {
        return section == null ? null : new CourseSection(section.key(), section.title(), section.summary(), List.of());
    }

    private static @Nullable CourseUnit alone(@Nullable CourseUnit unit) {
        return unit == null ? null : with(unit, List.of());
    }

    private static CourseUnit with(CourseUnit unit, List<CourseUnit> units) {
        return new CourseUnit(
                unit.key(),
                unit.title(),
                unit.kind(),
                unit.file(),
                unit.minutes(),
                unit.sample(),
                unit.required(),
                unit.exercise(),
                unit.solutionOf(),
                unit.questions(),
                units);
    }

    private String place(String name) {
        Node was = base.node(name);
        Node mine = ours.node(name);
        Node other = theirs.node(name);
        if (mine == null || other == null) {
            return Objects.requireNonNull(mine == null ? other : mine).under();
        }
        String before = was == null ? "" : was.under();
        return ThreeWay.pick(before, mine.under(), other.under())
                .orElseGet(
                        () -> settling.choice(where(name, "under"), before, mine.under(), other.under(), this::title));
    }

    private @Nullable String title(String name) {
        return Stream.of(ours, theirs, base)
                .map(side -> side.node(name))
                .filter(Objects::nonNull)
                .map(Node::title)
                .findFirst()
                .orElse(null);
    }

    /**
     * What was put under something that the other side removed brings that back, or goes with it: a person says. What was
     * kept by a decision brings it back.
     */
    private void keepWhatItStandsUnder(String name) {
        String parent = under.get(name);
        if (parent == null || parent.equals(Outline.TOP) || under.containsKey(parent)) {
            return;
        }
        Node was = base.node(name);
        boolean put = was == null || !was.under().equals(parent);
        boolean byUs = ours.node(parent) != null;
        if (put) {
            Optional<String> chosen = settling.presence(
                    where(name, "removed"),
                    was == null ? null : base.shown(name),
                    byUs ? ours.shown(name) : null,
                    byUs ? null : theirs.shown(name),
                    text -> text);
            if (chosen.isEmpty()) {
                under.remove(name);
                if (was != null && under.containsKey(was.under())) {
                    under.put(name, was.under());
                }
                return;
            }
        }
        Node side = Objects.requireNonNull(byUs ? ours.node(parent) : theirs.node(parent));
        under.put(parent, side.under());
        keepWhatItStandsUnder(parent);
    }

    /** Where each side put one under the other, they stand as we have them. */
    private void breakCircles() {
        for (String name : List.copyOf(under.keySet())) {
            Set<String> seen = new HashSet<>();
            String at = name;
            while (at != null && !at.equals(Outline.TOP) && seen.add(at)) {
                at = under.get(at);
            }
            if (at == null || !at.equals(Outline.TOP)) {
                seen.forEach(one -> {
                    Node mine = ours.node(one);
                    Node there = mine == null ? theirs.node(one) : mine;
                    under.put(one, Objects.requireNonNull(there).under());
                });
            }
        }
    }

    private List<String> children(String parent) {
        List<String> mine = ours.below(parent);
        List<String> other = theirs.below(parent);
        MergedOrder<String> order = new MergedOrder<>(base.below(parent), mine, other);
        if (order.conflicts()) {
            boolean asTheirs =
                    settling.choice(where(parent, "order"), base.below(parent), mine, other, this::titles) == other;
            order = asTheirs ? new MergedOrder<>(mine, mine, other) : new MergedOrder<>(other, mine, other);
        }
        List<String> found = new ArrayList<>(order.of(name -> parent.equals(under.get(name))));
        under.forEach((name, above) -> {
            if (above.equals(parent) && !found.contains(name)) {
                found.add(name);
            }
        });
        return found;
    }

    private @Nullable String titles(List<String> names) {
        return names.stream().map(this::title).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    private CourseSection section(String name) {
        CourseSection was = at(base, name, Node::section);
        CourseSection mine = at(ours, name, Node::section);
        CourseSection other = at(theirs, name, Node::section);
        List<CourseUnit> units = children(name).stream().map(this::unit).toList();
        if (mine == null || other == null) {
            CourseSection left = Objects.requireNonNull(mine == null ? other : mine);
            return new CourseSection(left.key(), left.title(), left.summary(), units);
        }
        CourseSection before = was == null ? new CourseSection(mine.key(), "", null, List.of()) : was;
        return new CourseSection(
                mine.key(),
                text(where(name, "title"), before.title(), mine.title(), other.title()),
                Optional.of(text(
                                where(name, "summary"),
                                Objects.requireNonNullElse(before.summary(), ""),
                                Objects.requireNonNullElse(mine.summary(), ""),
                                Objects.requireNonNullElse(other.summary(), "")))
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                units);
    }

    private CourseUnit unit(String name) {
        CourseUnit was = at(base, name, Node::unit);
        CourseUnit mine = at(ours, name, Node::unit);
        CourseUnit other = at(theirs, name, Node::unit);
        List<CourseUnit> units = children(name).stream().map(this::unit).toList();
        if (mine == null || other == null) {
            return with(Objects.requireNonNull(mine == null ? other : mine), units);
        }
        CourseUnit before = was == null ? with(mine, List.of()) : was;
        String kind = field(name, "kind", before.kind(), mine.kind(), other.kind(), word -> word);
        return new CourseUnit(
                mine.key(),
                text(where(name, "title"), before.title(), mine.title(), other.title()),
                kind,
                kind.equals(mine.kind()) && kind.equals(other.kind())
                        ? ThreeWay.quiet(before.file(), mine.file(), other.file())
                        : kind.equals(mine.kind()) ? mine.file() : other.file(),
                ThreeWay.pick(before.minutes(), mine.minutes(), other.minutes())
                        .orElse(Math.max(mine.minutes(), other.minutes())),
                field(name, "sample", before.sample(), mine.sample(), other.sample(), Object::toString),
                field(name, "required", before.required(), mine.required(), other.required(), Object::toString),
                field(name, "exercise", before.exercise(), mine.exercise(), other.exercise(), Object::toString),
                field(
                                name,
                                "solutionOf",
                                Optional.ofNullable(before.solutionOf()),
                                Optional.ofNullable(mine.solutionOf()),
                                Optional.ofNullable(other.solutionOf()),
                                key -> key.orElse(null))
                        .filter(key -> under.containsKey("unit/" + key))
                        .orElse(null),
                ThreeWay.pick(before.questions(), mine.questions(), other.questions())
                        .orElse(mine.questions() + other.questions() - before.questions()),
                units);
    }

    private static <T> @Nullable T at(Outline side, String name, Function<Node, @Nullable T> what) {
        Node node = side.node(name);
        return node == null ? null : what.apply(node);
    }

    private String text(Where where, String base, String ours, String theirs) {
        return settling.text(where, base, TextMerge.words(base, ours, theirs), true);
    }

    private <T> T field(String name, String part, T base, T ours, T theirs, Function<T, @Nullable String> shown) {
        return ThreeWay.pick(base, ours, theirs)
                .orElseGet(() -> settling.choice(where(name, part), base, ours, theirs, shown));
    }

    private static Where where(String name, String part) {
        Where.Kind kind = part.equals("order")
                ? Where.Kind.ORDER
                : name.startsWith("unit/") ? Where.Kind.UNIT : Where.Kind.SECTION;
        return new Where(kind, name.substring(name.indexOf('/') + 1), "", part);
    }
}

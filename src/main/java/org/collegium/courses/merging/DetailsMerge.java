package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.jspecify.annotations.Nullable;

/** Merges what courses say about themselves, detail by detail. Key and partner are always ours. */
final class DetailsMerge {

    private final Settling settling;
    private final CourseMetadata base;
    private final CourseMetadata ours;
    private final CourseMetadata theirs;

    DetailsMerge(Settling settling, CourseMetadata base, CourseMetadata ours, CourseMetadata theirs) {
        this.settling = settling;
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
    }

    CourseMetadata merged() {
        return new CourseMetadata(
                ours.key(),
                line("title", CourseMetadata::title),
                line("summary", CourseMetadata::summary),
                new ProseMerge(settling, Where.detail("description"))
                        .merge(base.description(), ours.description(), theirs.description()),
                outcomes(),
                ours.partner(),
                keyed("authors", CourseMetadata::authors, CourseAuthor::name, DetailsMerge::shown),
                field("language", CourseMetadata::language, DetailsMerge::text),
                ours.variantOf(),
                field("level", CourseMetadata::level, level -> level.name().toLowerCase(Locale.ROOT)),
                keyed("audience", CourseMetadata::audience, Audience::name, Audience::name),
                field("effortHours", CourseMetadata::effortHours, hours -> Double.toString(hours)),
                keyed("topics", CourseMetadata::topics, topic -> topic, topic -> topic),
                keyed("skills", CourseMetadata::skills, CourseSkill::key, CourseSkill::title),
                field("licence", CourseMetadata::licence, DetailsMerge::text),
                optional("cover", CourseMetadata::cover, cover -> cover).orElse(null),
                optional("coverAlt", CourseMetadata::coverAlt, alt -> alt).orElse(null),
                optional("certificate", CourseMetadata::certificate, DetailsMerge::shown)
                        .orElse(null));
    }

    private String line(String name, Function<CourseMetadata, String> of) {
        String was = of.apply(base);
        return settling.text(Where.detail(name), was, TextMerge.prose(was, of.apply(ours), of.apply(theirs)), true);
    }

    private <T> T field(String name, Function<CourseMetadata, T> of, Function<T, @Nullable String> shown) {
        T was = of.apply(base);
        T mine = of.apply(ours);
        T other = of.apply(theirs);
        return ThreeWay.pick(was, mine, other)
                .orElseGet(() -> settling.choice(Where.detail(name), was, mine, other, shown));
    }

    private <T> Optional<T> optional(String name, Function<CourseMetadata, @Nullable T> of, Function<T, String> shown) {
        return field(
                name,
                course -> Optional.ofNullable(of.apply(course)),
                found -> found.map(shown).orElse(null));
    }

    private List<String> outcomes() {
        List<SequenceMerge.Part> parts = new SequenceMerge(
                        lines(base.outcomes()),
                        lines(ours.outcomes()),
                        lines(theirs.outcomes()),
                        (was, mine, other) -> TextMerge.prose(was.core(), mine.core(), other.core()))
                .merge();
        List<String> outcomes = new ArrayList<>();
        for (SequenceMerge.Part part : parts) {
            settling.text(Where.detail("outcomes"), part.base(), part.core(), true)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(outcomes::add);
        }
        return outcomes;
    }

    private static List<Piece> lines(List<String> texts) {
        return texts.stream()
                .map(text -> Piece.of(Piece.Kind.LINE, text.replace('\n', ' ')))
                .toList();
    }

    /** Things that each have a name: what either side added comes, what either side removed goes. */
    private <T> List<T> keyed(
            String name, Function<CourseMetadata, List<T>> of, Function<T, String> key, Function<T, String> shown) {
        List<T> was = of.apply(base);
        List<T> mine = of.apply(ours);
        List<T> other = of.apply(theirs);
        if (Objects.equals(mine, was) || Objects.equals(mine, other)) {
            return other;
        }
        if (Objects.equals(other, was)) {
            return mine;
        }
        List<T> merged = new ArrayList<>();
        for (String found : new MergedOrder<>(keys(was, key), keys(mine, key), keys(other, key)).of(any -> true)) {
            Optional<T> before = named(was, key, found);
            Optional<T> here = named(mine, key, found);
            Optional<T> there = named(other, key, found);
            ThreeWay.pick(before, here, there)
                    .orElseGet(() -> settling.choice(
                            Where.detail(name),
                            before,
                            here,
                            there,
                            thing -> thing.map(shown).orElse(null)))
                    .ifPresent(merged::add);
        }
        return merged;
    }

    private static <T> List<String> keys(List<T> things, Function<T, String> key) {
        return things.stream().map(key).distinct().toList();
    }

    private static <T> Optional<T> named(List<T> things, Function<T, String> key, String name) {
        return things.stream().filter(thing -> key.apply(thing).equals(name)).findFirst();
    }

    private static @Nullable String text(String value) {
        return value.isEmpty() ? null : value;
    }

    private static String shown(CourseAuthor author) {
        return java.util.stream.Stream.of(author.name(), author.role(), author.url())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String shown(CertificateRule rule) {
        return rule.require().name().toLowerCase(Locale.ROOT)
                + (rule.minimumScore() == null ? "" : ", " + Math.round(rule.minimumScore() * 100) + " %");
    }
}

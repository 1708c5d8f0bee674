package org.collegium.courses.ui;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseSkill;

/** Something that the course says about itself and that differs. */
public record DetailDifference(String name, String before, String after) {

    /** All that differs in what two states of a course say about themselves. */
    public static List<DetailDifference> between(
            CourseManifest older, CourseManifest newer, UnaryOperator<String> texts) {
        CourseMetadata before = older.metadata();
        CourseMetadata after = newer.metadata();
        return Stream.of(
                        new Detail("courses.details.title", CourseMetadata::title),
                        new Detail("courses.details.summary", CourseMetadata::summary),
                        new Detail("courses.details.description", CourseMetadata::description),
                        new Detail("courses.details.outcomes", said -> lines(said.outcomes())),
                        new Detail("courses.details.language", CourseMetadata::language),
                        new Detail("courses.details.level", said -> lower(said.level())),
                        new Detail(
                                "courses.details.audience",
                                said -> words(said.audience().stream()
                                        .map(DetailDifference::lower)
                                        .toList())),
                        new Detail("courses.details.effort", said -> Double.toString(said.effortHours())),
                        new Detail("courses.details.topics", said -> words(said.topics())),
                        new Detail(
                                "courses.compare.skills",
                                said -> words(said.skills().stream()
                                        .map(CourseSkill::title)
                                        .toList())),
                        new Detail("courses.details.licence", CourseMetadata::licence),
                        new Detail(
                                "courses.details.authors",
                                said -> words(said.authors().stream()
                                        .map(CourseAuthor::name)
                                        .toList())),
                        new Detail("courses.compare.cover", said -> Objects.requireNonNullElse(said.cover(), "")),
                        new Detail("courses.details.certificate", DetailDifference::certificate))
                .filter(detail ->
                        !detail.value().apply(before).equals(detail.value().apply(after)))
                .map(detail -> new DetailDifference(
                        texts.apply(detail.key()),
                        detail.value().apply(before),
                        detail.value().apply(after)))
                .toList();
    }

    private record Detail(String key, Function<CourseMetadata, String> value) {}

    private static String certificate(CourseMetadata said) {
        CourseMetadata.CertificateRule rule = said.certificate();
        return rule == null
                ? ""
                : lower(rule.require()) + (rule.minimumScore() == null ? "" : " ≥ " + rule.minimumScore());
    }

    private static String lines(List<String> texts) {
        return String.join("\n", texts);
    }

    private static String words(List<String> texts) {
        return String.join(", ", texts);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

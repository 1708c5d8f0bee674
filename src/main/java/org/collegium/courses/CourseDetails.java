package org.collegium.courses;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * What staff may change about a course in Studio; the fields are those of {@link CourseMetadata}.
 *
 * @param title 1 to 300 characters
 * @param summary at most 200 characters; empty blocks publishing
 * @param description Markdown, at most 50,000 characters
 * @param outcomes at most 30, of at most 300 characters; none blocks publishing
 * @param authors at most 100, whose addresses begin with {@code https://} or {@code http://}; none blocks publishing
 * @param language BCP 47
 * @param effortHours 0.5 to 500
 * @param topics keys, at most 20
 * @param licence SPDX identifier; empty blocks publishing
 */
public record CourseDetails(
        String title,
        String summary,
        String description,
        List<String> outcomes,
        List<CourseAuthor> authors,
        String language,
        CourseLevel level,
        List<Audience> audience,
        double effortHours,
        List<String> topics,
        String licence,
        @Nullable CertificateRule certificate) {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final int LONGEST_ADDRESS = 1000;

    /** Of the name or the role of one, in characters. */
    public static final int LONGEST_AUTHOR = 300;

    static final int LONGEST_TITLE = 300;
    static final int LONGEST_SUMMARY = 200;
    static final int LONGEST_DESCRIPTION = 50_000;
    static final int MOST_OUTCOMES = 30;
    static final int LONGEST_OUTCOME = 300;
    static final int MOST_AUTHORS = 100;
    static final int MOST_TOPICS = 20;

    public CourseDetails {
        title = title.strip();
        summary = summary.strip();
        licence = licence.strip();
        outcomes = outcomes.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        authors = authors.stream().filter(author -> !author.name().isBlank()).toList();
        authors.forEach(CourseDetails::checkAuthor);
        audience = List.copyOf(audience);
        topics =
                topics.stream().distinct().map(topic -> new Slug(topic).value()).toList();
        language = checked(language);
        atMost("courses.details.title.length", title.isEmpty() ? LONGEST_TITLE + 1 : title.length(), LONGEST_TITLE);
        atMost("courses.details.summary.length", summary.length(), LONGEST_SUMMARY);
        atMost("courses.details.description.length", description.length(), LONGEST_DESCRIPTION);
        atMost("courses.details.outcomes.number", outcomes.size(), MOST_OUTCOMES);
        outcomes.forEach(text -> atMost("courses.details.outcome.length", text.length(), LONGEST_OUTCOME));
        atMost("courses.details.authors.number", authors.size(), MOST_AUTHORS);
        atMost("courses.details.topics.number", topics.size(), MOST_TOPICS);
        if (!(effortHours >= 0.5 && effortHours <= 500)) {
            throw new RuleViolation("courses.details.effort.range", effortHours);
        }
        if (certificate != null && certificate.minimumScore() != null) {
            double score = certificate.minimumScore();
            if (!(score >= 0 && score <= 1)) {
                throw new RuleViolation("courses.details.score.range", score);
            }
        }
    }

    /** What is said now. */
    public static CourseDetails of(CourseMetadata metadata) {
        return new CourseDetails(
                metadata.title(),
                metadata.summary(),
                metadata.description(),
                metadata.outcomes(),
                metadata.authors(),
                metadata.language(),
                metadata.level(),
                metadata.audience(),
                metadata.effortHours(),
                metadata.topics(),
                metadata.licence(),
                metadata.certificate());
    }

    /** The metadata with these details; key, partner, variant, skills and cover stay. */
    CourseMetadata in(CourseMetadata metadata) {
        return new CourseMetadata(
                metadata.key(),
                title,
                summary,
                description,
                outcomes,
                metadata.partner(),
                authors,
                language,
                metadata.variantOf(),
                level,
                audience,
                effortHours,
                topics,
                metadata.skills(),
                licence,
                metadata.cover(),
                metadata.coverAlt(),
                certificate);
    }

    /** Readers follow it, so it is one of the web and nothing that runs. */
    private static void checkAuthor(CourseAuthor author) {
        atMost("courses.details.author.length", author.name().length(), LONGEST_AUTHOR);
        atMost(
                "courses.details.author.length",
                Optional.ofNullable(author.role()).map(String::length).orElse(0),
                LONGEST_AUTHOR);
        String url = author.url();
        if (url != null && !isAddress(url)) {
            throw new RuleViolation("courses.details.author.url.syntax", url);
        }
    }

    /** Whether an author may be linked to it; the same rule stands in the schema of the course format. */
    public static boolean isAddress(String url) {
        return url.length() <= LONGEST_ADDRESS && ADDRESS.matcher(url).matches();
    }

    private static void atMost(String code, int found, int most) {
        if (found > most) {
            throw new RuleViolation(code, found, most);
        }
    }

    private static String checked(String language) {
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(language.strip()).build();
            if (locale.getLanguage().isEmpty()) {
                throw new RuleViolation("courses.details.language.syntax", language);
            }
            return locale.toLanguageTag();
        } catch (IllformedLocaleException unreadable) {
            throw new RuleViolation("courses.details.language.syntax", language);
        }
    }
}

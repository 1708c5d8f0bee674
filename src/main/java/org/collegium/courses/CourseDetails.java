package org.collegium.courses;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.shared.Rules;
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
 * @param skills at most 100, each with a key of its own and a title of 1 to 300 characters
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
        List<CourseSkill> skills,
        String licence,
        @Nullable CertificateRule certificate) {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final String TITLE = "courses.details.title.length";
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
    static final int MOST_SKILLS = 100;

    public CourseDetails {
        title = title.strip();
        summary = summary.strip();
        licence = licence.strip();
        outcomes = outcomes.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        authors = authors.stream().filter(author -> !author.name().isBlank()).toList();
        audience = List.copyOf(audience);
        topics = topics.stream().distinct().toList();
        Optional<String> tag = LanguageTag.of(language);
        Rules rules = new Rules()
                .that(!title.isEmpty(), TITLE, 0, LONGEST_TITLE)
                .that(title.length() <= LONGEST_TITLE, TITLE, title.length(), LONGEST_TITLE);
        atMost(rules, "courses.details.summary.length", summary, LONGEST_SUMMARY);
        atMost(rules, "courses.details.description.length", description, LONGEST_DESCRIPTION);
        atMost(rules, "courses.details.outcomes.number", outcomes, MOST_OUTCOMES);
        outcomes.forEach(text -> atMost(rules, "courses.details.outcome.length", text, LONGEST_OUTCOME));
        atMost(rules, "courses.details.authors.number", authors, MOST_AUTHORS);
        authors.forEach(author -> checkAuthor(rules, author));
        rules.that(tag.isPresent(), "courses.details.language.syntax", language)
                .that(effortHours >= 0.5 && effortHours <= 500, "courses.details.effort.range", effortHours);
        atMost(rules, "courses.details.topics.number", topics, MOST_TOPICS);
        topics.forEach(topic -> rules.in(() -> new Slug(topic)));
        skills = List.copyOf(skills);
        atMost(rules, "courses.details.skills.number", skills, MOST_SKILLS);
        skills.forEach(skill -> checkSkill(rules, skill));
        long keys = skills.stream().map(CourseSkill::key).distinct().count();
        rules.that(keys == skills.size(), "courses.details.skills.twice");
        if (certificate != null && certificate.minimumScore() != null) {
            double score = certificate.minimumScore();
            rules.that(score >= 0 && score <= 1, "courses.details.score.range", score);
        }
        rules.hold();
        language = tag.orElseThrow();
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
                metadata.skills(),
                metadata.licence(),
                metadata.certificate());
    }

    /** The metadata with these details; key, partner, variant and cover stay. */
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
                skills,
                licence,
                metadata.cover(),
                metadata.coverAlt(),
                certificate);
    }

    private static void checkSkill(Rules rules, CourseSkill skill) {
        int length = skill.title().strip().length();
        rules.that(
                        length > 0 && length <= LONGEST_TITLE,
                        "courses.details.skills.title",
                        skill.key(),
                        length,
                        LONGEST_TITLE)
                .in(() -> new Slug(skill.key()));
    }

    /** Readers follow it, so it is one of the web and nothing that runs. */
    private static void checkAuthor(Rules rules, CourseAuthor author) {
        atMost(rules, "courses.details.author.length", author.name(), LONGEST_AUTHOR);
        atMost(
                rules,
                "courses.details.author.length",
                Optional.ofNullable(author.role()).orElse(""),
                LONGEST_AUTHOR);
        String url = author.url();
        rules.that(url == null || isAddress(url), "courses.details.author.url.syntax", Objects.toString(url));
    }

    /** Whether an author may be linked to it; the same rule stands in the schema of the course format. */
    public static boolean isAddress(String url) {
        return url.length() <= LONGEST_ADDRESS && ADDRESS.matcher(url).matches();
    }

    private static void atMost(Rules rules, String code, String text, int most) {
        rules.that(text.length() <= most, code, text.length(), most);
    }

    private static void atMost(Rules rules, String code, List<?> found, int most) {
        rules.that(found.size() <= most, code, found.size(), most);
    }
}

package org.collegium.courses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a course says of itself; the fields are those of {@code course.yaml}, version 1.
 *
 * @param key stable key, unique within the partner
 * @param summary one sentence, at most 200 characters
 * @param description Markdown, may be empty
 * @param partner slug of the partner
 * @param language BCP 47
 * @param variantOf key of the course of the same partner of which this is a language variant
 * @param effortHours 0.5 to 500
 * @param licence SPDX identifier; empty while nobody has said it, which blocks publishing
 * @param cover path of a picture among the files
 * @param coverAlt what the picture shows, null when it is decoration
 * @param certificate null when the course gives none
 */
public record CourseMetadata(
        String key,
        String title,
        String summary,
        String description,
        List<String> outcomes,
        String partner,
        List<CourseAuthor> authors,
        String language,
        @Nullable String variantOf,
        CourseLevel level,
        List<Audience> audience,
        double effortHours,
        List<String> topics,
        List<CourseSkill> skills,
        String licence,
        @Nullable String cover,
        @Nullable String coverAlt,
        @Nullable CertificateRule certificate) {

    public CourseMetadata {
        outcomes = List.copyOf(outcomes);
        authors = List.copyOf(authors);
        audience = List.copyOf(audience);
        topics = List.copyOf(topics);
        skills = List.copyOf(skills);
    }

    CourseMetadata asVariantOf(@Nullable String other) {
        return new CourseMetadata(
                key,
                title,
                summary,
                description,
                outcomes,
                partner,
                authors,
                language,
                other,
                level,
                audience,
                effortHours,
                topics,
                skills,
                licence,
                cover,
                coverAlt,
                certificate);
    }

    /** A person who wrote the course. */
    public record CourseAuthor(
            String name, @Nullable String role, @Nullable String url) {}

    /** Something one will be able to do, which graded items may assess. */
    public record CourseSkill(
            String key, String title, @Nullable String esco) {}

    /** How much one should know before. */
    public enum CourseLevel {
        INTRODUCTORY,
        INTERMEDIATE,
        ADVANCED
    }

    /** For whom the course is made. */
    public enum Audience {
        STUDENTS,
        DEVELOPERS,
        RESEARCHERS,
        POLICYMAKERS,
        PUBLIC
    }

    /**
     * What earns the certificate.
     *
     * @param minimumScore mean over the required quizzes, 0 to 1; null when passing them is enough
     */
    public record CertificateRule(
            Requirement require, @Nullable Double minimumScore) {

        /** Which required units must be completed. */
        public enum Requirement {
            ALL,
            QUIZZES
        }
    }
}

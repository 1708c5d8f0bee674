package org.collegium.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.CoursePicture;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.jspecify.annotations.Nullable;

/**
 * A listed course: what cards, filters and search need of it.
 *
 * @param partner id of the partner, and its slug
 * @param key unique within the partner
 * @param minutes sum over all units
 * @param certificate whether the course gives one
 * @param cover the picture that the course brings, null when one is drawn
 */
public record CatalogueEntry(
        UUID course,
        UUID version,
        UUID run,
        UUID partner,
        String partnerSlug,
        String key,
        String title,
        String summary,
        String language,
        @Nullable String variantOf,
        CourseLevel level,
        List<Audience> audience,
        double effortHours,
        List<String> topics,
        List<CourseSkill> skills,
        List<String> outcomes,
        List<String> authors,
        int lessons,
        int notebooks,
        int quizzes,
        int labs,
        int minutes,
        boolean certificate,
        String licence,
        Instant publishedAt,
        @Nullable CoursePicture cover) {

    public CatalogueEntry {
        audience = List.copyOf(audience);
        topics = List.copyOf(topics);
        skills = List.copyOf(skills);
        outcomes = List.copyOf(outcomes);
        authors = List.copyOf(authors);
    }

    /** The entry of a published version of a partner's course with the run that is open to learners. */
    static CatalogueEntry of(CourseVersion version, CourseRunId run, String partnerSlug, boolean certificate) {
        CourseManifest manifest = version.manifest();
        CourseMetadata metadata = manifest.metadata();
        List<CourseUnit> units = manifest.units();
        return new CatalogueEntry(
                version.course().value(),
                version.id().value(),
                run.value(),
                version.partner().value(),
                partnerSlug,
                metadata.key(),
                metadata.title(),
                metadata.summary(),
                metadata.language(),
                metadata.variantOf(),
                metadata.level(),
                metadata.audience(),
                metadata.effortHours(),
                metadata.topics(),
                metadata.skills(),
                metadata.outcomes(),
                metadata.authors().stream().map(CourseAuthor::name).toList(),
                count(units, "lesson"),
                count(units, "notebook"),
                count(units, "quiz"),
                count(units, "lab"),
                units.stream().mapToInt(CourseUnit::minutes).sum(),
                certificate,
                metadata.licence(),
                version.publishedAt(),
                manifest.cover().orElse(null));
    }

    /** The address of the course page. */
    public String path() {
        return "/courses/" + partnerSlug + "/" + key;
    }

    private static int count(List<CourseUnit> units, String kind) {
        return (int) units.stream().filter(unit -> unit.kind().equals(kind)).count();
    }
}

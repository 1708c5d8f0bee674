package org.collegium.courses.format;

import java.util.Arrays;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourcePaths;
import org.jspecify.annotations.Nullable;

/** What {@code course.yaml} says about the course as a whole. */
final class Metadata {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final YamlFields course;
    private final FaultSink faults;

    Metadata(YamlFields course, FaultSink faults) {
        this.course = course;
        this.faults = faults;
    }

    /**
     * Reads and checks all of it.
     *
     * @param partner to whom the course shall belong, if that was asked for
     * @param minutes that the units take together
     */
    CourseMetadata read(Optional<String> partner, int minutes, boolean hasQuiz) {
        return new CourseMetadata(
                text("key"),
                text("title"),
                text("summary"),
                text("description"),
                outcomes(),
                partner(partner),
                authors(),
                language(),
                variantOf(),
                level(),
                audience(),
                effortHours(minutes),
                course.texts("topics"),
                skills(),
                licence(),
                course.text("cover")
                        .flatMap(cover -> SourcePaths.resolve("", cover))
                        .orElse(null),
                course.text("coverAlt").orElse(null),
                certificate(hasQuiz));
    }

    private String text(String name) {
        return course.text(name).orElse("");
    }

    /** The partner that was asked for, or the one that the file names; both must be the same. */
    private String partner(Optional<String> asked) {
        Optional<String> written = course.text("partner");
        if (asked.isPresent() && written.isPresent() && !asked.equals(written)) {
            faults.error(course.place("partner"), "partner-differs", written.get(), asked.get());
        } else if (asked.isEmpty() && written.isEmpty()) {
            faults.error(course.place(), "partner-missing");
        }
        return asked.or(() -> written).orElse("");
    }

    private String language() {
        String written = text("language");
        if (written.isEmpty()) {
            return "";
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(written).build();
            if (!LANGUAGES.contains(locale.getLanguage())
                    && locale.getLanguage().length() < 3) {
                faults.error(course.place("language"), "language-unknown", written);
            }
            return locale.toLanguageTag();
        } catch (IllformedLocaleException _) {
            faults.error(course.place("language"), "language-unknown", written);
            return written;
        }
    }

    private String licence() {
        Optional<String> written = course.text("licence");
        if (written.isEmpty()) {
            faults.blocking(course.place(), "licence-missing");
        } else if (!Licences.KNOWN.contains(written.get())) {
            Licences.near(written.get())
                    .ifPresentOrElse(
                            near -> faults.blocking(
                                    course.place("licence"), "licence-unknown-like", written.get(), near),
                            () -> faults.blocking(course.place("licence"), "licence-unknown", written.get()));
        }
        return written.orElse("");
    }

    private List<CourseAuthor> authors() {
        List<CourseAuthor> authors = course.list("authors").stream()
                .map(author -> new CourseAuthor(
                        author.text("name").orElse(""),
                        author.text("role").orElse(null),
                        author.text("url").orElse(null)))
                .toList();
        if (authors.isEmpty()) {
            faults.blocking(place("authors"), "authors-missing");
        }
        return authors;
    }

    private List<String> outcomes() {
        List<String> outcomes = course.texts("outcomes");
        if (outcomes.isEmpty()) {
            faults.blocking(place("outcomes"), "outcomes-missing");
        }
        return outcomes;
    }

    private CourseLevel level() {
        String written = text("level").toUpperCase(Locale.ROOT);
        return Arrays.stream(CourseLevel.values())
                .filter(level -> level.name().equals(written))
                .findFirst()
                .orElse(CourseLevel.INTRODUCTORY);
    }

    private List<Audience> audience() {
        Set<String> written = new HashSet<>(course.texts("audience"));
        return Arrays.stream(Audience.values())
                .filter(audience -> written.contains(audience.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<CourseSkill> skills() {
        Set<String> keys = new HashSet<>();
        return course.list("skills").stream()
                .map(skill -> {
                    String key = skill.text("key").orElse("");
                    if (!key.isEmpty() && !keys.add(key)) {
                        faults.error(skill.place("key"), "skill-twice", key);
                    }
                    return new CourseSkill(
                            key,
                            skill.text("title").orElse(""),
                            skill.text("esco").orElse(null));
                })
                .toList();
    }

    private double effortHours(int minutes) {
        Optional<Double> written = course.number("effortHours");
        if (written.isPresent()) {
            return written.get();
        }
        double estimated = Math.clamp(Math.ceil(minutes / 30.0) / 2, 0.5, 500);
        faults.note(course.place(), "effort-estimated", Double.toString(estimated));
        return estimated;
    }

    private @Nullable CertificateRule certificate(boolean hasQuiz) {
        if (!course.has("certificate")) {
            return null;
        }
        YamlFields rule = course.fields("certificate");
        boolean quizzes = rule.text("require").filter("quizzes"::equals).isPresent();
        if (!hasQuiz && (quizzes || rule.has("minimumScore"))) {
            faults.blocking(course.keyPlace("certificate"), "certificate-no-quiz");
        }
        return new CertificateRule(
                quizzes ? CertificateRule.Requirement.QUIZZES : CertificateRule.Requirement.ALL,
                rule.number("minimumScore").orElse(null));
    }

    private @Nullable String variantOf() {
        Optional<String> other = course.text("variantOf");
        if (other.isPresent() && other.equals(course.text("key"))) {
            faults.error(course.place("variantOf"), "variant-of-itself");
        }
        return other.orElse(null);
    }

    private Place place(String name) {
        return course.has(name) ? course.place(name) : course.place();
    }
}

package org.collegium.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** Entries for tests. */
public final class CatalogueFixtures {

    private static final Instant DAY = Instant.parse("2026-10-01T08:00:00Z");
    private static final String[] SUBJECTS = {
        "neural networks",
        "decision trees",
        "language models",
        "computer vision",
        "time series",
        "fairness",
        "causality",
        "speech recognition",
        "robotics",
        "statistics",
        "graph learning",
        "reinforcement learning",
        "data cleaning",
        "climate data",
        "privacy",
        "embeddings"
    };
    private static final String[] FORMS = {
        "A first course in %s", "%s by hand", "Practical %s", "%s for policymakers", "Understanding %s", "Doubting %s"
    };
    private static final String[] TOPICS = {"machine-learning", "natural-language", "computer-vision", "ethics", "data"
    };
    private static final String[] LANGUAGES = {"en", "en", "en", "de", "es", "fr", "zh"};

    private static final List<CourseLevel> LEVELS =
            List.of(CourseLevel.INTRODUCTORY, CourseLevel.INTERMEDIATE, CourseLevel.ADVANCED);

    private CatalogueFixtures() {}

    public static CatalogueEntry entry(PartnerId partner, String key, String title) {
        return entry(partner, key, title, "en", null, CourseLevel.INTRODUCTORY, 6, List.of("machine-learning"), 0);
    }

    static CatalogueEntry variant(PartnerId partner, String key, String title, String language, String of) {
        return entry(partner, key, title, language, of, CourseLevel.INTRODUCTORY, 6, List.of("machine-learning"), 0);
    }

    static CatalogueEntry entry(
            PartnerId partner,
            String key,
            String title,
            String language,
            @Nullable String variantOf,
            CourseLevel level,
            double hours,
            List<String> topics,
            int age) {
        return new CatalogueEntry(
                UUID.nameUUIDFromBytes((partner + key).getBytes(StandardCharsets.UTF_8)),
                UUID.randomUUID(),
                UUID.randomUUID(),
                partner.value(),
                "fixture-university",
                key,
                title,
                "What " + title + " is good for, and what it is not.",
                language,
                variantOf,
                level,
                List.of(Audience.STUDENTS),
                hours,
                topics,
                List.of(new CourseSkill("judge-a-classifier", "Judge a classifier", null)),
                List.of("Explain it to a colleague"),
                List.of("Ada Lindqvist"),
                8,
                hours > 3 ? 3 : 0,
                2,
                0,
                (int) (hours * 60),
                true,
                "CC-BY-4.0",
                DAY.minus(age, ChronoUnit.DAYS),
                null);
    }

    /** Many entries that look like courses; the same seed gives the same ones. */
    static List<CatalogueEntry> many(PartnerId partner, int number, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CatalogueEntry> entries = new ArrayList<>(number);
        for (int index = 0; index < number; index++) {
            String subject = SUBJECTS[random.nextInt(SUBJECTS.length)];
            String title = FORMS[random.nextInt(FORMS.length)].formatted(subject) + ", part " + index;
            entries.add(entry(
                    partner,
                    "course-" + index,
                    Character.toUpperCase(title.charAt(0)) + title.substring(1),
                    LANGUAGES[random.nextInt(LANGUAGES.length)],
                    null,
                    LEVELS.get(random.nextInt(LEVELS.size())),
                    random.nextInt(1, 60),
                    List.of(TOPICS[random.nextInt(TOPICS.length)], TOPICS[random.nextInt(TOPICS.length)]).stream()
                            .distinct()
                            .toList(),
                    random.nextInt(900)));
        }
        return entries;
    }

    /** A catalogue that also sees what the transaction of the test has not committed. */
    public static Catalogue insideTransaction(ApplicationContext beans) {
        return new Catalogue(new CatalogueMemory(
                beans.getBean(CatalogueRows.class),
                beans.getBean(Partners.class),
                TransactionOperations.withoutTransaction()));
    }
}

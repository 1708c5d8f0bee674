package org.collegium.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What one can filter by, in the order in which it is shown. */
public enum Facet {
    TOPIC,
    LEVEL,
    LANGUAGE,
    AUDIENCE,
    EFFORT,
    OFFERS,
    PARTNER,
    SKILL;

    /** The name of the facet in an address, such as {@code topic}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The values that an entry has. */
    List<String> valuesOf(CatalogueEntry entry) {
        return switch (this) {
            case TOPIC -> entry.topics();
            case LEVEL -> List.of(lower(entry.level()));
            case LANGUAGE -> List.of(entry.language());
            case AUDIENCE -> entry.audience().stream().map(Facet::lower).toList();
            case EFFORT -> List.of(Effort.of(entry.effortHours()).parameter());
            case OFFERS -> offers(entry);
            case PARTNER -> List.of(entry.partnerSlug());
            case SKILL -> entry.skills().stream().map(skill -> skill.key()).toList();
        };
    }

    private static List<String> offers(CatalogueEntry entry) {
        return Stream.of(
                        entry.notebooks() > 0 ? "notebooks" : "",
                        entry.labs() > 0 ? "labs" : "",
                        entry.quizzes() > 0 ? "quizzes" : "",
                        entry.certificate() ? "certificate" : "")
                .filter(offer -> !offer.isEmpty())
                .toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Spans of effort in hours; each begins where the one before ends. */
    enum Effort {
        HOURS(3),
        DAYS(10),
        WEEKS(40),
        MONTHS(Double.MAX_VALUE);

        private final double below;

        Effort(double below) {
            this.below = below;
        }

        static Effort of(double hours) {
            return Stream.of(values())
                    .filter(effort -> hours < effort.below)
                    .findFirst()
                    .orElse(MONTHS);
        }

        String parameter() {
            return lower(this);
        }
    }
}

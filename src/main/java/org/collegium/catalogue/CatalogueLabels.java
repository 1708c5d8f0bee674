package org.collegium.catalogue;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.catalogue.CataloguePage.FacetCounts.Value;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.partners.PartnerKind;
import org.collegium.shared.Percents;
import org.collegium.shared.UtcTimes;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.PersonInFrame.Person;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the reader's language what entries hold as keys and numbers. */
@Component
public class CatalogueLabels {

    /** Words of keys that are written in capitals. */
    private static final Set<String> ABBREVIATIONS = Set.of("ai", "api", "eu", "gpu", "llm", "ml", "nlp");

    private final Messages messages;

    CatalogueLabels(Messages messages) {
        this.messages = messages;
    }

    /** The name of a facet's value. */
    public String value(Facet facet, Value value) {
        return value.label().isEmpty() ? value(facet, value.value()) : value.label();
    }

    /** The name of a value that carries no label of its own. */
    public String value(Facet facet, String value) {
        return facet == Facet.LANGUAGE ? language(value) : keyed("catalogue." + facet.parameter() + ".", value);
    }

    public String level(CourseLevel level) {
        return keyed("catalogue.level.", level.name().toLowerCase(Locale.ROOT));
    }

    public String audience(List<Audience> audience) {
        List<String> names = audience.stream()
                .map(one -> keyed("catalogue.audience.of.", one.name().toLowerCase(Locale.ROOT)))
                .toList();
        return text("catalogue.audience.for", listed(names));
    }

    /** The name of a language in the reader's language, such as "German". */
    public String language(String tag) {
        Locale reader = locale();
        String name = Locale.forLanguageTag(tag).getDisplayName(reader);
        return name.substring(0, 1).toUpperCase(reader) + name.substring(1);
    }

    /** The names of several languages, joined. */
    public String languages(List<String> tags) {
        return tags.stream().map(this::language).collect(Collectors.joining(", "));
    }

    /** Effort as one says it: "6 hours". */
    public String effort(double hours) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(1);
        return text("catalogue.effort", hours, format.format(hours));
    }

    /** A length in minutes: "52 min", "1 h 20 min". */
    public String length(int minutes) {
        int hours = minutes / 60;
        int rest = minutes % 60;
        if (hours == 0) {
            return text("catalogue.length.minutes", rest);
        }
        return rest == 0 ? text("catalogue.length.hours", hours) : text("catalogue.length.both", hours, rest);
    }

    /** Names joined as in a sentence: "a, b and c". */
    public String listed(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        String first = names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", "));
        return text("catalogue.list", first, names.getLast());
    }

    /** What a course consists of: "8 lessons, 3 notebooks, 2 labs, 4 quizzes". */
    public String contents(CatalogueEntry entry) {
        return Stream.of(
                        counted("catalogue.lessons", entry.lessons()),
                        counted("catalogue.notebooks", entry.notebooks()),
                        counted("catalogue.labs", entry.labs()),
                        counted("catalogue.quizzes", entry.quizzes()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What earns the certificate, as a sentence. */
    public String certificate(CourseMetadata course) {
        CertificateRule rule = course.certificate();
        if (rule == null) {
            return "";
        }
        String key = "catalogue.course.certificate." + rule.require().name().toLowerCase(Locale.ROOT);
        Double score = rule.minimumScore();
        return score == null ? text(key) : text(key + ".score", Percents.of(score, locale()));
    }

    public String partnerKind(PartnerKind kind) {
        return text(
                "catalogue.partner.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The name of a country, given as ISO 3166-1 alpha-2. */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale());
    }

    /** The host of an address, as people say it. */
    public String host(String address) {
        return address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/.*$", "");
    }

    /** A month and a year: "October 2026". */
    public String month(Instant time) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale()).format(time.atZone(ZoneOffset.UTC));
    }

    /** The exact time, for showing on hover. */
    public String exactly(Instant time) {
        return UtcTimes.minute(time, locale());
    }

    /** The first letters of a person's first and last name. */
    public String initials(String name) {
        return new Person(name, "").initials();
    }

    private String counted(String key, int number) {
        return number == 0 ? "" : text(key, number);
    }

    private String keyed(String prefix, String value) {
        String readable = Stream.of(value.split("-"))
                .map(word -> ABBREVIATIONS.contains(word) ? word.toUpperCase(Locale.ROOT) : word)
                .collect(Collectors.joining(" "));
        String fallback =
                readable.isEmpty() ? value : readable.substring(0, 1).toUpperCase(Locale.ROOT) + readable.substring(1);
        String text = messages.getMessage(prefix + value, null, fallback, locale());
        return text == null ? fallback : text;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}

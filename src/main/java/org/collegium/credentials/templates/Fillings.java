package org.collegium.credentials.templates;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.Evidence;
import org.collegium.credentials.PaperLanguages;
import org.collegium.credentials.ProgrammePartRows;
import org.collegium.shared.Percents;
import org.collegium.shared.messages.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says what a certificate says, in a language of its design. */
@Component
class Fillings {

    private final Messages messages;
    private final PaperLanguages languages;
    private final ProgrammePartRows parts;
    private final String address;

    Fillings(
            Messages messages,
            PaperLanguages languages,
            ProgrammePartRows parts,
            @Value("${collegium.address}") String address) {
        this.messages = messages;
        this.languages = languages;
        this.parts = parts;
        this.address = address;
    }

    /** In the language of the course where the design has it, else in the design's first. */
    Filling of(Certificate certificate, Design design) {
        String wanted = primary(certificate.language());
        String language = design.languages().stream()
                .filter(certificate.language()::equals)
                .findFirst()
                .or(() -> design.languages().stream()
                        .filter(one -> primary(one).equals(wanted))
                        .findFirst())
                .orElse(design.languages().getFirst());
        return of(certificate, language);
    }

    Filling of(Certificate certificate, String language) {
        Locale locale = Locale.forLanguageTag(language);
        Locale spoken = languages.of(locale);
        Evidence evidence = certificate.evidence();
        String result = Stream.of(
                        text(spoken, "credentials.evidence.hours", evidence.hours()),
                        evidence.quizzes() > 0
                                ? text(
                                        spoken,
                                        evidence.asked() == null
                                                ? "credentials.evidence.quizzes"
                                                : "credentials.evidence.quizzes.asked",
                                        evidence.quizzes(),
                                        evidence.shownScore())
                                : "",
                        certificate.programme() ? parts(certificate, spoken) : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Filling(
                language,
                certificate.learnerName(),
                certificate.courseTitle(),
                certificate.partnerName(),
                day(certificate.issuedAt(), locale),
                Optional.ofNullable(certificate.validUntil())
                        .map(end -> text(spoken, "credentials.pdf.until", day(end, locale)))
                        .orElse(""),
                result,
                NumberFormat.getNumberInstance(locale).format(evidence.hours()),
                evidence.meanScore() == null ? "" : Percents.of(evidence.shownScore(), locale),
                evidence.skills(),
                certificate.code().grouped(),
                address + "/verify/" + certificate.code().grouped(),
                text(spoken, "credentials.pdf.qr"),
                text(spoken, "credentials.pdf.verify"),
                text(spoken, "credentials.pdf.file", certificate.courseTitle()));
    }

    private String parts(Certificate certificate, Locale spoken) {
        return parts.of(certificate.id()).stream()
                .map(part -> part.title() + " (" + part.partner() + ")")
                .collect(Collectors.joining(" · ", text(spoken, "credentials.pdf.parts") + " ", ""));
    }

    private static String day(Instant time, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .withZone(ZoneOffset.UTC)
                .format(time);
    }

    private String text(Locale language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    private static String primary(String language) {
        return Locale.forLanguageTag(language).getLanguage();
    }
}

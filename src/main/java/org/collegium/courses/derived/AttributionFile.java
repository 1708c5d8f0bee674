package org.collegium.courses.derived;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.courses.AccompanyingFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseVersions;
import org.collegium.partners.Partners;
import org.collegium.shared.messages.Messages;
import org.collegium.source.SourceFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code ATTRIBUTION.md}: from what a course was made, as licences ask for it, in the language of the course. */
@Component
class AttributionFile implements AccompanyingFile {

    private static final String PATH = "ATTRIBUTION.md";

    private final DerivationRows rows;
    private final CourseVersions versions;
    private final Partners partners;
    private final Messages messages;
    private final String address;

    AttributionFile(
            DerivationRows rows,
            CourseVersions versions,
            Partners partners,
            Messages messages,
            @Value("${collegium.address}") String address) {
        this.rows = rows;
        this.versions = versions;
        this.partners = partners;
        this.messages = messages;
        this.address = address;
    }

    @Override
    public Optional<SourceFile> of(CourseId course, CourseManifest manifest) {
        Optional<Provenance> from = rows.find(course)
                .flatMap(row -> versions.find(row.taken())
                        .flatMap(upstream -> partners.find(upstream.partner())
                                .map(partner ->
                                        new Provenance(course, upstream, partner, row.changes(), row.takenAt()))));
        String text = from.map(found -> text(found, manifest)).orElse("") + units(course, manifest);
        return text.isEmpty() ? Optional.empty() : Optional.of(SourceFile.of(PATH, text));
    }

    /** A line for each unit that was put into the course from another one. */
    private String units(CourseId course, CourseManifest manifest) {
        Locale language = Locale.forLanguageTag(manifest.metadata().language());
        return rows.borrowed(course).entrySet().stream()
                .flatMap(one -> manifest
                        .unit(one.getKey())
                        .flatMap(unit -> versions.find(one.getValue())
                                .map(source -> message(
                                        language,
                                        "courses.attribution.borrowed",
                                        unit.title(),
                                        source.manifest().metadata().title(),
                                        source.number(),
                                        source.manifest().metadata().licence())))
                        .stream())
                .map(line -> "\n" + line + "\n")
                .collect(Collectors.joining());
    }

    private String text(Provenance from, CourseManifest manifest) {
        Locale language = Locale.forLanguageTag(manifest.metadata().language());
        List<CourseAuthor> authors = from.upstream().manifest().metadata().authors();
        StringBuilder text = new StringBuilder(message(
                        language,
                        "courses.attribution.adapted",
                        manifest.metadata().title(),
                        from.title(),
                        from.partner().data().name(),
                        from.upstream().number(),
                        from.licence(),
                        address + from.address()))
                .append('\n');
        if (!authors.isEmpty()) {
            String names = authors.stream().map(CourseAuthor::name).collect(Collectors.joining(", "));
            text.append('\n')
                    .append(message(language, "courses.attribution.authors", names))
                    .append('\n');
        }
        if (!from.changes().isEmpty()) {
            text.append('\n')
                    .append(message(language, "courses.attribution.changes", from.changes()))
                    .append('\n');
        }
        return text.toString();
    }

    private String message(Locale language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}

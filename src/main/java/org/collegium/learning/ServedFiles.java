package org.collegium.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.content.BlobGrant;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CoursePublished;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.UnitTexts;
import org.collegium.enrolment.Enrolments;
import org.collegium.identity.Access;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of published courses: those in samples for everybody, the others for the learners of the course. */
@Component
class ServedFiles implements BlobGrant {

    private static final String KEEP = """
            insert into served_file (sha256, course_id, media_type, everybody) values (?, ?, ?, ?)
            on duplicate key update media_type = values(media_type), everybody = values(everybody)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CourseVersions versions;
    private final UnitTexts texts;
    private final Enrolments enrolments;
    private final Access access;

    ServedFiles(
            JdbcClient jdbc,
            JdbcTemplate batches,
            CourseVersions versions,
            UnitTexts texts,
            Enrolments enrolments,
            Access access) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.versions = versions;
        this.texts = texts;
        this.enrolments = enrolments;
        this.access = access;
    }

    /** At most two queries, however many courses share the file. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Granted> of(BlobId blob) {
        List<Served> served = jdbc.sql("select course_id, media_type, everybody from served_file where sha256 = ?")
                .param(blob.sha256())
                .query((row, number) ->
                        new Served(new CourseId(row.getObject(1, UUID.class)), row.getString(2), row.getBoolean(3)))
                .list();
        Optional<Served> open = served.stream().filter(Served::everybody).findFirst();
        return open.or(() -> ofOwnCourse(served)).map(file -> new Granted(file.mediaType(), file.everybody()));
    }

    private Optional<Served> ofOwnCourse(List<Served> served) {
        Set<CourseId> own = access.account()
                .map(learner -> enrolments.among(
                        learner, served.stream().map(Served::course).toList()))
                .orElse(Set.of());
        return served.stream().filter(file -> own.contains(file.course())).findFirst();
    }

    /** Part of the transaction that publishes. */
    @EventListener
    void on(CoursePublished published) {
        CourseVersion version = versions.find(published.version()).orElseThrow();
        CourseManifest manifest = version.manifest();
        Set<String> unitFiles = manifest.units().stream().map(CourseUnit::file).collect(Collectors.toSet());
        Set<String> open = open(manifest).map(CourseFile::sha256).collect(Collectors.toSet());
        Set<String> labs = manifest.units().stream()
                .filter(unit -> unit.kind().equals("lab"))
                .map(unit -> unit.file().substring(0, unit.file().lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        List<Object[]> rows = new ArrayList<>();
        for (CourseFile file : manifest.files().values()) {
            if (!unitFiles.contains(file.path()) && !isAuthorsNotebook(file, labs)) {
                rows.add(new Object[] {
                    file.sha256(), published.course().value(), file.mediaType(), open.contains(file.sha256())
                });
            }
        }
        batches.batchUpdate(KEEP, rows);
    }

    /** A notebook in the folder of a lab holds solutions and hidden tests. */
    private static boolean isAuthorsNotebook(CourseFile file, Set<String> foldersOfLabs) {
        return file.path().toLowerCase(java.util.Locale.ROOT).endsWith(".ipynb")
                && foldersOfLabs.stream().anyMatch(file.path()::startsWith);
    }

    private Stream<CourseFile> open(CourseManifest manifest) {
        Stream<CourseFile> inSamples = manifest.units().stream()
                .filter(CourseUnit::sample)
                .flatMap(unit -> texts.filesIn(manifest, unit).stream());
        Stream<CourseFile> cover = Stream.ofNullable(manifest.metadata().cover())
                .flatMap(path -> Stream.ofNullable(manifest.files().get(path)));
        return Stream.concat(inSamples, cover);
    }

    private record Served(CourseId course, String mediaType, boolean everybody) {}
}

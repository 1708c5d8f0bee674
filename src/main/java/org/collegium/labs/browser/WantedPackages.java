package org.collegium.labs.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.content.BlobId;
import org.collegium.content.Blobs;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CoursePublished;
import org.collegium.courses.CourseRetired;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.labs.LabDefinition;
import org.collegium.labs.LabReader;
import org.collegium.source.SourceFile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the labs of published courses ask for, kept in step with what is published and retired. */
@Component
class WantedPackages {

    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CourseVersions versions;
    private final Blobs blobs;

    WantedPackages(JdbcClient jdbc, JdbcTemplate batches, CourseVersions versions, Blobs blobs) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.versions = versions;
        this.blobs = blobs;
    }

    /** A lab that asks for a package by the name it imports. */
    record Wanted(String name, CourseVersionId version, String unitKey) {}

    /** Part of the transaction that publishes. */
    @EventListener
    void on(CoursePublished published) {
        boolean unused = keep(versions.find(published.version()).orElseThrow());
    }

    /** Keeps what the labs of this version ask for, in place of what those of an earlier one did; part of a transaction. */
    boolean keep(CourseVersion version) {
        UUID course = version.course().value();
        forget(course);
        List<Object[]> rows = new ArrayList<>();
        CourseManifest manifest = version.manifest();
        manifest.units().stream()
                .filter(unit -> unit.kind().equals("lab"))
                .forEach(unit -> packages(manifest, unit)
                        .forEach(name -> rows.add(new Object[] {
                            course, unit.key(), name, version.id().value()
                        })));
        batches.batchUpdate(
                "insert ignore into lab_package (course_id, unit_key, package, version_id) values (?, ?, ?, ?)", rows);
        return true;
    }

    @EventListener
    void on(CourseRetired retired) {
        forget(retired.course().value());
    }

    private void forget(UUID course) {
        jdbc.sql("delete from lab_package where course_id = ?").param(course).update();
    }

    private Stream<String> packages(CourseManifest manifest, CourseUnit unit) {
        return manifest
                .file(unit)
                .flatMap(this::content)
                .flatMap(LabReader::definition)
                .map(LabDefinition::packages)
                .orElseGet(List::of)
                .stream()
                .filter(name -> name.length() <= LONGEST_NAME)
                .distinct();
    }

    private Optional<SourceFile> content(CourseFile file) {
        try {
            return blobs.read(new BlobId(file.sha256())).map(content -> SourceFile.of(file.path(), content));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All; one query. */
    List<Wanted> all() {
        return jdbc.sql("select package, version_id, unit_key from lab_package order by package, version_id, unit_key")
                .query((row, number) -> new Wanted(
                        row.getString(1), new CourseVersionId(row.getObject(2, UUID.class)), row.getString(3)))
                .list();
    }
}

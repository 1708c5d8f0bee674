package org.collegium.demonstration.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.collegium.assessment.QuizReader;
import org.collegium.content.BlobId;
import org.collegium.content.Blobs;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.demonstration.generation.Shape.ServedFile;
import org.collegium.demonstration.generation.Shape.SharedQuiz;
import org.collegium.learning.CourseOutline;
import org.collegium.source.SourceFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes shapes of the courses that are published already and whose contents are there. */
@Component
class Shapes {

    private final JdbcClient database;
    private final Blobs blobs;

    Shapes(JdbcClient database, Blobs blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /**
     * All shapes, in an order that does not depend on when the courses were made.
     *
     * @throws IllegalStateException when nothing is published
     */
    List<Shape> all() {
        List<Shape> shapes = new ArrayList<>();
        for (Template template : templates()) {
            if (!readable(template.manifest)) {
                continue;
            }
            Set<String> unitFiles =
                    template.manifest.units().stream().map(CourseUnit::file).collect(Collectors.toSet());
            for (int sections = 1; sections <= template.manifest.sections().size(); sections++) {
                Shape shape = shape(template, sections, unitFiles);
                if (!shape.steps().isEmpty()) {
                    shapes.add(shape);
                }
            }
        }
        if (shapes.isEmpty()) {
            throw new IllegalStateException("Nothing is published that generated courses could be made of");
        }
        return shapes;
    }

    private List<Template> templates() {
        return database.sql("""
                        SELECT v.manifest, c.id FROM course c JOIN course_version v ON v.id = c.published_version
                        WHERE c.state = 'PUBLISHED' ORDER BY c.course_key
                        """)
                .query((row, number) -> new Template(CourseManifest.parse(row.getString(1)), served(row.getString(2))))
                .list();
    }

    private List<ServedFile> served(String course) {
        return database.sql("SELECT sha256, media_type, everybody FROM served_file WHERE course_id = :course"
                        + " ORDER BY sha256")
                .param("course", course)
                .query((row, number) -> new ServedFile(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    private boolean readable(CourseManifest manifest) {
        return manifest.units().stream()
                .allMatch(unit -> manifest.file(unit)
                        .filter(file -> blobs.contains(new BlobId(file.sha256())))
                        .filter(file ->
                                !unit.kind().equals("quiz") || quiz(file).isPresent())
                        .isPresent());
    }

    private Shape shape(Template template, int count, Set<String> unitFiles) {
        CourseManifest whole = template.manifest;
        List<CourseSection> sections = whole.sections().subList(0, count);
        Map<String, CourseFile> files = new TreeMap<>(whole.files());
        CourseManifest part = new CourseManifest(whole.metadata(), sections, files);
        Set<String> kept = part.units().stream().map(CourseUnit::file).collect(Collectors.toSet());
        Set<String> dropped = new HashSet<>(unitFiles);
        dropped.removeAll(kept);
        files.keySet().removeAll(dropped);
        if (whole.metadata().cover() != null) {
            files.remove(whole.metadata().cover());
        }
        Map<String, SharedQuiz> quizzes = new HashMap<>();
        for (CourseUnit unit : part.units()) {
            if (unit.kind().equals("quiz")) {
                part.file(unit).flatMap(this::quiz).ifPresent(quiz -> quizzes.put(unit.key(), quiz));
            }
        }
        return new Shape(whole.metadata(), sections, files, CourseOutline.of(part), quizzes, template.served);
    }

    private Optional<SharedQuiz> quiz(CourseFile file) {
        try {
            byte[] content = blobs.read(new BlobId(file.sha256())).orElseThrow();
            return QuizReader.read(SourceFile.of(file.path(), content), fault -> {})
                    .map(quiz -> new SharedQuiz(quiz, file.sha256()));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private record Template(CourseManifest manifest, List<ServedFile> served) {}
}

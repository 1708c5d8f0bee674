package org.collegium.courses.imports;

import java.util.List;
import java.util.Optional;
import org.collegium.courses.format.CourseReader;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlWriter;

/** Writes the {@code course.yaml} of a book. */
final class CourseYamlText {

    private final YamlWriter yaml = new YamlWriter();
    private final String sample;

    /** The unit with this key is open to everyone. */
    CourseYamlText(String sample) {
        this.sample = sample;
    }

    /** A section as it will be written. */
    record Section(String key, String title, Place at, boolean required, List<BookPage> pages) {}

    SourceFile file(BookMetadata metadata, List<Section> sections) {
        yaml.from(metadata.at());
        yaml.field("format", "collegium-course/1");
        yaml.field("key", Keys.of(metadata.title()));
        yaml.field("title", metadata.title());
        yaml.field("summary", metadata.summary());
        if (!metadata.authors().isEmpty()) {
            yaml.begin("authors");
            metadata.authors().forEach(name -> yaml.item().field("name", name).end());
            yaml.end();
        }
        yaml.field("language", metadata.language());
        yaml.field("level", "introductory");
        yaml.field("audience", List.of("students"));
        metadata.licence().ifPresent(licence -> yaml.field("licence", licence));
        yaml.begin("sections");
        sections.forEach(this::section);
        return yaml.file(CourseReader.COURSE);
    }

    private void section(Section section) {
        yaml.from(section.at()).item().field("key", section.key()).field("title", section.title());
        yaml.begin("units");
        section.pages().forEach(page -> page(page, section.required()));
        yaml.end().end();
    }

    private void page(BookPage page, boolean required) {
        yaml.from(page.at()).item().field("key", page.key());
        if (!page.title().isEmpty()) {
            yaml.field("title", page.title());
        }
        yaml.field(page.kind(), page.file().path());
        if (!required) {
            yaml.field("required", (Object) false);
        }
        if (page.key().equals(sample)) {
            yaml.field("sample", (Object) true);
        }
        if (page.exercise()) {
            yaml.field("exercise", (Object) true);
        }
        Optional<String> exercise = page.solutionOf();
        exercise.ifPresent(key -> yaml.field("solutionOf", key));
        if (!page.below().isEmpty()) {
            yaml.begin("units");
            page.below().forEach(below -> page(below, required));
            yaml.end();
        }
        yaml.end();
    }
}

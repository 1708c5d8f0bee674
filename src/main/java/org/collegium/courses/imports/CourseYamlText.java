package org.collegium.courses.imports;

import java.util.List;
import java.util.Optional;
import org.collegium.courses.format.CourseReader;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlWriter;

/** Writes the {@code course.yaml} of what an importer found. */
public final class CourseYamlText {

    private final YamlWriter yaml = new YamlWriter();
    private final String sample;

    /** The unit with this key is open to everyone. */
    public CourseYamlText(String sample) {
        this.sample = sample;
    }

    public SourceFile file(CourseAbout about, List<OutlineSection> sections) {
        yaml.from(about.at());
        yaml.field("format", "collegium-course/1");
        yaml.field("key", Keys.of(about.title()));
        yaml.field("title", about.title());
        yaml.field("summary", about.summary());
        if (!about.outcomes().isEmpty()) {
            yaml.begin("outcomes");
            about.outcomes().forEach(yaml::item);
            yaml.end();
        }
        if (!about.authors().isEmpty()) {
            yaml.begin("authors");
            about.authors().forEach(name -> yaml.item().field("name", name).end());
            yaml.end();
        }
        yaml.field("language", about.language());
        yaml.field("level", "introductory");
        yaml.field("audience", List.of("students"));
        about.licence().ifPresent(licence -> yaml.field("licence", licence));
        yaml.begin("sections");
        sections.forEach(this::section);
        return yaml.file(CourseReader.COURSE);
    }

    private void section(OutlineSection section) {
        yaml.from(section.at()).item().field("key", section.key()).field("title", section.title());
        yaml.begin("units");
        section.units().forEach(unit -> unit(unit, section.required()));
        yaml.end().end();
    }

    private void unit(OutlineUnit unit, boolean required) {
        yaml.from(unit.at()).item().field("key", unit.key());
        if (!unit.title().isEmpty()) {
            yaml.field("title", unit.title());
        }
        yaml.field(unit.kind(), unit.file().path());
        if (unit.minutes() > 0) {
            yaml.field("minutes", (Object) unit.minutes());
        }
        if (!required || !unit.required()) {
            yaml.field("required", (Object) false);
        }
        if (unit.key().equals(sample)) {
            yaml.field("sample", (Object) true);
        }
        if (unit.exercise()) {
            yaml.field("exercise", (Object) true);
        }
        Optional<String> exercise = unit.solutionOf();
        exercise.ifPresent(key -> yaml.field("solutionOf", key));
        if (!unit.below().isEmpty()) {
            yaml.begin("units");
            unit.below().forEach(below -> unit(below, required));
            yaml.end();
        }
        yaml.end();
    }
}

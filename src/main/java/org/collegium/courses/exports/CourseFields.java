package org.collegium.courses.exports;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.format.CourseReader;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlWriter;
import org.jspecify.annotations.Nullable;

/** The fields of {@code course.yaml}, in the order in which its description has them. */
final class CourseFields {

    static final String SECTIONS = "sections";

    /** All fields that say something about the course as a whole, but its key and partner, which never change. */
    private static final List<Field> DETAILS = List.of(
            text("title", CourseMetadata::title),
            text("summary", CourseMetadata::summary),
            text("description", CourseMetadata::description),
            new Field("outcomes", CourseMetadata::outcomes, (course, yaml) -> texts(course.outcomes(), yaml)),
            new Field("authors", CourseMetadata::authors, CourseFields::authors),
            text("language", CourseMetadata::language),
            text("variantOf", course -> Objects.requireNonNullElse(course.variantOf(), "")),
            text("level", course -> lower(course.level())),
            text(
                    "audience",
                    course ->
                            course.audience().stream().map(CourseFields::lower).toList()),
            new Field("effortHours", CourseMetadata::effortHours, null),
            text("topics", CourseMetadata::topics),
            new Field("skills", CourseMetadata::skills, CourseFields::skills),
            text("licence", CourseMetadata::licence),
            text("cover", course -> Objects.requireNonNullElse(course.cover(), "")),
            text("coverAlt", course -> Objects.requireNonNullElse(course.coverAlt(), "")),
            new Field("certificate", course -> Optional.ofNullable(course.certificate()), CourseFields::certificate));

    private final CourseManifest course;

    CourseFields(CourseManifest course) {
        this.course = course;
    }

    /**
     * A field.
     *
     * @param below writes what stands below its name; null for a text, some words or a number
     */
    record Field(
            String name,
            Function<CourseMetadata, Object> value,
            @Nullable BiConsumer<CourseMetadata, YamlWriter> below) {

        boolean differs(CourseMetadata one, CourseMetadata other) {
            return !value.apply(one).equals(value.apply(other));
        }

        /** Writes it, or nothing where there is nothing to say. */
        void write(CourseMetadata metadata, YamlWriter yaml) {
            Object said = value.apply(metadata);
            switch (said) {
                case String text when text.isEmpty() -> {}
                case String text -> yaml.field(name, text);
                case Double number -> yaml.field(name, number(number));
                case List<?> list when list.isEmpty() -> {}
                case Optional<?> thing when thing.isEmpty() -> {}
                default -> {
                    if (below == null) {
                        yaml.field(
                                name,
                                ((List<?>) said).stream().map(Object::toString).toList());
                    } else {
                        yaml.begin(name);
                        below.accept(metadata, yaml);
                        yaml.end();
                    }
                }
            }
        }
    }

    /** The fields in which two courses differ. */
    static List<Field> differing(CourseMetadata one, CourseMetadata other) {
        return DETAILS.stream().filter(field -> field.differs(one, other)).toList();
    }

    /**
     * The whole file.
     *
     * @param apart paths of files that no unit points at
     */
    SourceFile file(List<String> apart) {
        YamlWriter yaml = new YamlWriter();
        yaml.field("format", "collegium-course/1");
        yaml.field("key", course.metadata().key());
        DETAILS.forEach(field -> field.write(course.metadata(), yaml));
        if (!apart.isEmpty()) {
            files(apart, yaml);
        }
        sections(yaml);
        return SourceFile.of(CourseReader.COURSE, yaml.text());
    }

    /** The files that are carried although nothing points at them. */
    static void files(List<String> paths, YamlWriter yaml) {
        yaml.begin("files");
        texts(paths, yaml);
        yaml.end();
    }

    /** The outline. */
    void sections(YamlWriter yaml) {
        yaml.begin(SECTIONS);
        course.sections().forEach(section -> section(section, yaml));
        yaml.end();
    }

    private static void section(CourseSection section, YamlWriter yaml) {
        yaml.item().field("key", section.key()).field("title", section.title());
        if (section.summary() != null) {
            yaml.field("summary", section.summary());
        }
        units(section.units(), yaml);
        yaml.end();
    }

    private static void units(List<CourseUnit> units, YamlWriter yaml) {
        if (units.isEmpty()) {
            return;
        }
        yaml.begin("units");
        units.forEach(unit -> unit(unit, yaml));
        yaml.end();
    }

    private static void unit(CourseUnit unit, YamlWriter yaml) {
        yaml.item().field("key", unit.key()).field("title", unit.title()).field(unit.kind(), unit.file());
        yaml.field("minutes", (Object) unit.minutes());
        if (unit.sample()) {
            yaml.field("sample", (Object) true);
        }
        if (!unit.required()) {
            yaml.field("required", (Object) false);
        }
        if (unit.exercise()) {
            yaml.field("exercise", (Object) true);
        }
        if (unit.solutionOf() != null) {
            yaml.field("solutionOf", unit.solutionOf());
        }
        units(unit.units(), yaml);
        yaml.end();
    }

    /** A number as people write it. */
    static Object number(double number) {
        return number == Math.rint(number) ? (Object) (long) number : (Object) number;
    }

    /** A field whose value stands in one line. */
    private static Field text(String name, Function<CourseMetadata, Object> value) {
        return new Field(name, value, null);
    }

    private static void texts(List<String> texts, YamlWriter yaml) {
        texts.forEach(yaml::item);
    }

    private static void authors(CourseMetadata metadata, YamlWriter yaml) {
        for (CourseAuthor author : metadata.authors()) {
            yaml.item().field("name", author.name());
            optional("role", author.role(), yaml);
            optional("url", author.url(), yaml);
            yaml.end();
        }
    }

    private static void skills(CourseMetadata metadata, YamlWriter yaml) {
        for (CourseSkill skill : metadata.skills()) {
            yaml.item().field("key", skill.key()).field("title", skill.title());
            optional("esco", skill.esco(), yaml);
            yaml.end();
        }
    }

    private static void certificate(CourseMetadata metadata, YamlWriter yaml) {
        CourseMetadata.CertificateRule rule = Objects.requireNonNull(metadata.certificate());
        yaml.field("require", lower(rule.require()));
        if (rule.minimumScore() != null) {
            yaml.field("minimumScore", number(rule.minimumScore()));
        }
    }

    private static void optional(String name, @Nullable String value, YamlWriter yaml) {
        if (value != null) {
            yaml.field(name, value);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package org.collegium.demonstration.generation;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.collegium.catalogue.CatalogueEntry;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.courses.CourseUnit;
import org.collegium.demonstration.generation.Shape.ServedFile;
import org.collegium.demonstration.generation.Vocabulary.Language;
import org.collegium.demonstration.generation.Vocabulary.Subject;
import tools.jackson.databind.json.JsonMapper;

/** Invents published courses with an open run; their lessons and quizzes are those of courses that are there. */
final class GeneratingCourses {

    private static final int CHUNK = 500;
    private static final int KEY_STEM = 48;
    private static final double CERTIFIED = 0.85;
    private static final List<String> LICENCES = List.of("CC-BY-4.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0");

    private final Plan plan;
    private final Tables tables;
    private final GeneratingPeople people;
    private final JsonMapper json;
    private final List<Shape> shapes;
    private final List<GeneratedPartner> partners;
    private final long revision;

    GeneratingCourses(
            Plan plan,
            Tables tables,
            GeneratingPeople people,
            JsonMapper json,
            List<Shape> shapes,
            List<GeneratedPartner> partners,
            long revision) {
        this.plan = plan;
        this.tables = tables;
        this.people = people;
        this.json = json;
        this.shapes = shapes;
        this.partners = partners;
        this.revision = revision;
    }

    List<GeneratedCourse> make() {
        int count = plan.request().courses();
        List<GeneratedCourse> made = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            made.add(make(number));
            if (made.size() % CHUNK == 0 || made.size() == count) {
                tables.write();
                plan.tell().accept(String.format(Locale.ROOT, "Generating courses: %,d of %,d", made.size(), count));
            }
        }
        return made;
    }

    private GeneratedCourse make(int number) {
        Chance chance = plan.chance("course", number);
        Shape shape = chance.of(shapes);
        GeneratedPartner partner = chance.of(partners);
        Instant published = chance.between(plan.begin().plus(Duration.ofDays(1)), plan.end());
        GeneratedCourse course = new GeneratedCourse(
                chance.id(published),
                chance.id(published),
                chance.id(published),
                partner,
                metadata(number, shape, partner, chance),
                shape,
                published);
        write(course);
        return course;
    }

    private void write(GeneratedCourse course) {
        CourseManifest manifest = course.shape().manifest(course.metadata());
        String text = manifest.json();
        String hash = manifest.hash();
        CourseMetadata metadata = course.metadata();
        UUID partner = course.partner().id();
        Instant at = course.published();
        tables.add(
                "course",
                course.id(),
                0,
                partner,
                metadata.key(),
                metadata.title(),
                metadata.language(),
                "PUBLISHED",
                course.version(),
                1,
                hash,
                at.minus(Duration.ofHours(20)),
                at);
        UUID author = course.partner().author();
        tables.add("course_version", course.version(), course.id(), partner, 1, text, hash, at, author);
        tables.add(
                "course_run", course.run(), 0, course.id(), partner, course.version(), metadata.title(), at, true, at);
        for (ServedFile file : course.shape().served()) {
            tables.add("served_file", file.sha256(), course.id(), file.mediaType(), file.everybody());
        }
        tables.add("catalogue_entry", course.id(), revision, true, json.writeValueAsString(entry(course)));
    }

    private CourseMetadata metadata(int number, Shape shape, GeneratedPartner partner, Chance chance) {
        CourseMetadata model = shape.metadata();
        Language words = plan.words().language(model.language());
        Subject subject = chance.of(words.subjects());
        String setting = chance.of(words.settings());
        String title = filled(chance.of(words.titles()), subject, setting);
        String stem = plain(title);
        double minutes = shape.outline().steps().stream()
                .mapToInt(step -> step.unit().minutes())
                .sum();
        return new CourseMetadata(
                stem.substring(0, Math.min(stem.length(), KEY_STEM)).replaceAll("-$", "") + "-" + (number + 1),
                title,
                filled(chance.of(words.summaries()), subject, setting),
                model.description(),
                model.outcomes(),
                partner.slug(),
                List.of(new CourseAuthor(people.name(chance), null, null)),
                model.language(),
                null,
                chance.of(List.of(CourseLevel.values())),
                audiences(chance),
                Math.max(0.5, Math.rint(minutes / 30) / 2),
                subject.topics(),
                model.skills(),
                chance.of(LICENCES),
                null,
                null,
                chance.happens(CERTIFIED) ? model.certificate() : null);
    }

    private static List<Audience> audiences(Chance chance) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        int wanted = 1 + chance.below(2);
        while (audiences.size() < wanted) {
            audiences.add(chance.of(List.of(Audience.values())));
        }
        return List.copyOf(audiences);
    }

    private static CatalogueEntry entry(GeneratedCourse course) {
        CourseMetadata metadata = course.metadata();
        List<CourseUnit> units = course.shape().outline().steps().stream()
                .map(step -> step.unit())
                .toList();
        return new CatalogueEntry(
                course.id(),
                course.version(),
                course.run(),
                course.partner().id(),
                course.partner().slug(),
                metadata.key(),
                metadata.title(),
                metadata.summary(),
                metadata.language(),
                metadata.variantOf(),
                metadata.level(),
                metadata.audience(),
                metadata.effortHours(),
                metadata.topics(),
                metadata.skills(),
                metadata.outcomes(),
                metadata.authors().stream().map(CourseAuthor::name).toList(),
                count(units, "lesson"),
                count(units, "notebook"),
                count(units, "quiz"),
                count(units, "lab"),
                units.stream().mapToInt(CourseUnit::minutes).sum(),
                metadata.certificate() != null,
                metadata.licence(),
                course.published(),
                null);
    }

    private static int count(List<CourseUnit> units, String kind) {
        return (int) units.stream().filter(unit -> unit.kind().equals(kind)).count();
    }

    private static String filled(String pattern, Subject subject, String setting) {
        String name = subject.name();
        return pattern.replace("{Subject}", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                .replace("{subject}", name)
                .replace("{setting}", setting);
    }

    private static String plain(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
    }
}

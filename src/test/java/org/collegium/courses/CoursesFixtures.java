package org.collegium.courses;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerData;
import org.collegium.partners.PartnerId;
import org.collegium.partners.PartnerKind;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.shared.Slug;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Courses for tests, each of a partner of its own. */
public final class CoursesFixtures {

    public static final String LESSON = "# What a model is\n\nA model is a rule made from examples.\n";

    public static final String QUIZ = """
        format: collegium-quiz/1
        title: Check yourself
        questions:
          - key: q-underfitting
            type: single
            stem: A model that underfits
            options:
              - key: a
                text: is too simple for the data
                correct: true
              - key: b
                text: has too many parameters
          - key: q-true
            type: true-false
            stem: More data always help.
            answer: false
        """;

    private CoursesFixtures() {}

    /** A published course with one lesson (a sample) and one quiz of two questions, open for self-enrolment. */
    public static CourseVersion publishedCourse(ApplicationContext beans) {
        return publish(beans, draft(beans, partner(beans), accepted("fixture-course")));
    }

    public static CourseVersion publish(ApplicationContext beans, CourseId course) {
        PublishResult result = beans.getBean(SystemActor.class)
                .call(
                        Set.of(CoursesPermissions.PUBLISH, CoursesPermissions.PUBLISH_UNTRIED),
                        () -> beans.getBean(Publishing.class).publish(course));
        if (result instanceof PublishResult.Published published) {
            return beans.getBean(CourseVersions.class).find(published.version()).orElseThrow();
        }
        throw new AssertionError("Not published: " + result);
    }

    /** A partner with a slug that nobody else has. */
    public static Partner partner(ApplicationContext beans) {
        PartnerData data = new PartnerData(
                new Slug("fixture-" + UUID.randomUUID()),
                "Fixture University",
                "FU",
                PartnerKind.UNIVERSITY,
                "FI",
                null,
                "#225577",
                "A university for tests.");
        return beans.getBean(SystemActor.class).call(Set.of(PartnersPermissions.ADMIT), () -> {
            Partners partners = beans.getBean(Partners.class);
            PartnerId id = partners.admit(data);
            return partners.find(id).orElseThrow();
        });
    }

    /** Makes or updates the draft of a course. */
    public static CourseId draft(ApplicationContext beans, Partner partner, ImportOutcome.Accepted accepted) {
        CourseFiles files = beans.getBean(CourseFiles.class);
        accepted.files().values().forEach(files::keep);
        return switch (beans.getBean(KeepingImports.class).keep(partner.id(), accepted, EditedThings.KEEP, null)) {
            case ImportResult.Created created -> created.course();
            case ImportResult.Updated updated -> updated.course();
            case ImportResult.Unchanged unchanged -> unchanged.course();
            default -> throw new AssertionError("Not kept");
        };
    }

    /** The standard course as an import brings it. */
    public static ImportOutcome.Accepted accepted(String key) {
        return accepted(metadata(key), LESSON, QUIZ);
    }

    /** The standard course with other facts. */
    public static ImportOutcome.Accepted accepted(CourseMetadata metadata) {
        return accepted(metadata, LESSON, QUIZ);
    }

    public static ImportOutcome.Accepted accepted(CourseMetadata metadata, String lesson, String quiz) {
        SortedMap<String, SourceFile> files = new TreeMap<>(Map.of(
                "lessons/what-is-a-model.md", SourceFile.of("lessons/what-is-a-model.md", bytes(lesson)),
                "quizzes/models.yaml", SourceFile.of("quizzes/models.yaml", bytes(quiz))));
        CourseUnit first = new CourseUnit(
                "what-is-a-model",
                "What is a model?",
                "lesson",
                "lessons/what-is-a-model.md",
                5,
                true,
                true,
                false,
                null,
                0,
                List.of());
        CourseUnit second = new CourseUnit(
                "quiz-models",
                "Check yourself",
                "quiz",
                "quizzes/models.yaml",
                5,
                false,
                true,
                false,
                null,
                2,
                List.of());
        CourseManifest manifest = new CourseManifest(
                metadata,
                List.of(new CourseSection("start", "Learning from examples", null, List.of(first, second))),
                files.values().stream()
                        .map(file -> new CourseFile(
                                file.path(),
                                file.sha256(),
                                file.size(),
                                file.path().endsWith(".md") ? "text/markdown" : "application/yaml"))
                        .collect(Collectors.toMap(CourseFile::path, file -> file)));
        return new ImportOutcome.Accepted(manifest, files, new ImportReport(List.of(), ImportCounts.NONE));
    }

    /** The standard course with a picture of its own. */
    public static ImportOutcome.Accepted acceptedWithCover(String key, SourceFile cover, String alt) {
        ImportOutcome.Accepted plain = accepted(key);
        CourseMetadata said = plain.manifest().metadata();
        CourseMetadata metadata = with(said, said.skills(), cover.path(), alt, said.certificate());
        ImportOutcome.Accepted shown = withPicture(plain, cover);
        return new ImportOutcome.Accepted(
                new CourseManifest(
                        metadata, shown.manifest().sections(), shown.manifest().files()),
                shown.files(),
                shown.report());
    }

    /** The same with a picture more that its texts may show. */
    public static ImportOutcome.Accepted withPicture(ImportOutcome.Accepted plain, SourceFile picture) {
        SortedMap<String, SourceFile> files = new TreeMap<>(plain.files());
        files.put(picture.path(), picture);
        Map<String, CourseFile> kept = new TreeMap<>(plain.manifest().files());
        kept.put(picture.path(), new CourseFile(picture.path(), picture.sha256(), picture.size(), "image/svg+xml"));
        CourseManifest manifest = plain.manifest();
        return new ImportOutcome.Accepted(
                new CourseManifest(manifest.metadata(), manifest.sections(), kept), files, plain.report());
    }

    /** The same with other skills, another picture and another rule. */
    public static CourseMetadata with(
            CourseMetadata said,
            List<CourseSkill> skills,
            @Nullable String cover,
            @Nullable String coverAlt,
            @Nullable CertificateRule rule) {
        return new CourseMetadata(
                said.key(),
                said.title(),
                said.summary(),
                said.description(),
                said.outcomes(),
                said.partner(),
                said.authors(),
                said.language(),
                said.variantOf(),
                said.level(),
                said.audience(),
                said.effortHours(),
                said.topics(),
                skills,
                said.licence(),
                cover,
                coverAlt,
                rule);
    }

    public static CourseMetadata metadata(String key) {
        return metadata(key, "A first course", "CC-BY-4.0");
    }

    public static CourseMetadata metadata(String key, String title, String licence) {
        return new CourseMetadata(
                key,
                title,
                "Learn what a model is.",
                "",
                List.of("Explain what a model is."),
                "fixture",
                List.of(new CourseAuthor("Ada Example", "Lecturer", null)),
                "en",
                null,
                CourseLevel.INTRODUCTORY,
                List.of(Audience.STUDENTS),
                1,
                List.of("machine-learning"),
                List.of(),
                licence,
                null,
                null,
                new CertificateRule(Requirement.ALL, null));
    }

    /** The same in another language. */
    public static CourseMetadata inLanguage(CourseMetadata said, String language) {
        return new CourseMetadata(
                said.key(),
                said.title(),
                said.summary(),
                said.description(),
                said.outcomes(),
                said.partner(),
                said.authors(),
                language,
                null,
                said.level(),
                said.audience(),
                said.effortHours(),
                said.topics(),
                said.skills(),
                said.licence(),
                null,
                null,
                said.certificate());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

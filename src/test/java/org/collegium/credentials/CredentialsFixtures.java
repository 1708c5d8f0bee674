package org.collegium.credentials;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CoursesFixtures;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/** Courses that give certificates, and certificates. */
public final class CredentialsFixtures {

    private CredentialsFixtures() {}

    static CourseManifest with(@Nullable CertificateRule rule, List<CourseSection> sections) {
        CourseManifest plain = StudyFixtures.course(sections);
        CourseMetadata said = plain.metadata();
        return new CourseManifest(
                CoursesFixtures.with(
                        said,
                        List.of(new CourseSkill("testing", "Testing software", null)),
                        said.cover(),
                        said.coverAlt(),
                        rule),
                sections,
                plain.files());
    }

    /** One lesson and one quiz, both required. */
    public static CourseManifest smallCourse(Requirement require) {
        return with(
                new CertificateRule(require, null),
                List.of(new CourseSection(
                        "only",
                        "Only",
                        null,
                        List.of(
                                StudyFixtures.unit("lesson", "lesson", true, false, null),
                                StudyFixtures.unit("quiz", "quiz", true, false, null)))));
    }

    /** The small course, whose quiz lies in the blob store. */
    public static CourseManifest withQuiz(Requirement require, String sha256) {
        CourseManifest small = smallCourse(require);
        Map<String, CourseFile> files = new HashMap<>(small.files());
        files.computeIfPresent(
                small.unit("quiz").orElseThrow().file(),
                (path, file) -> new CourseFile(path, sha256, file.size(), file.mediaType()));
        return new CourseManifest(small.metadata(), small.sections(), files);
    }

    /** A certificate of somebody, with a code of its own, not kept anywhere. */
    public static Certificate certificate(AccountId holder, String course) {
        Certificate like = certificate("Ada <Lind>", course, "Aava University", "en");
        return new Certificate(
                CertificateId.next(),
                CertificateCode.next(),
                holder,
                like.learnerName(),
                like.run(),
                CourseId.next(),
                course,
                like.courseVersion(),
                like.partner(),
                like.partnerName(),
                like.partnerColour(),
                like.language(),
                like.evidence(),
                Instant.now(),
                null,
                null);
    }

    public static Certificate certificate(String name, String course, String partner, String language) {
        return new Certificate(
                CertificateId.next(),
                new CertificateCode("7KQ2M9XVB4TD"),
                AccountId.next(),
                name,
                CourseRunId.next(),
                CourseId.next(),
                course,
                3,
                PartnerId.next(),
                partner,
                "#1d5a8a",
                language,
                new Evidence(
                        14,
                        3,
                        0.861,
                        12.5,
                        List.of("Train a classifier", "Judge a model's errors", "Explain bias and variance"),
                        List.of("Explain what a model is.")),
                Instant.parse("2026-11-22T09:30:00Z"),
                null,
                null);
    }

    /** A certificate of a learner for the course of a run that there is. */
    public static Certificate certificate(StudyFixtures.Offered offered, AccountId learner, String name) {
        Certificate like = certificate(name, "Fixture course", "Fixture partner", "en");
        return new Certificate(
                like.id(),
                CertificateCode.next(),
                learner,
                name,
                offered.run(),
                offered.course(),
                like.courseTitle(),
                like.courseVersion(),
                new PartnerId(offered.partner()),
                like.partnerName(),
                like.partnerColour(),
                like.language(),
                like.evidence(),
                like.issuedAt(),
                null,
                null);
    }

    /** The same with an end. */
    public static Certificate until(Certificate like, Instant end) {
        return new Certificate(
                like.id(),
                like.code(),
                like.learner(),
                like.learnerName(),
                like.run(),
                like.course(),
                like.courseTitle(),
                like.courseVersion(),
                like.partner(),
                like.partnerName(),
                like.partnerColour(),
                like.language(),
                like.evidence(),
                like.issuedAt(),
                null,
                null,
                end,
                null,
                false);
    }
}

package org.collegium.demonstration.generation;

import java.util.List;
import java.util.Map;
import org.collegium.assessment.Quiz;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.learning.CourseOutline;

/**
 * The first sections of a course that is really there; many generated courses share one, and its contents.
 *
 * @param quizzes by the key of their unit
 * @param served files that learners may ask for
 */
record Shape(
        CourseMetadata metadata,
        List<CourseSection> sections,
        Map<String, CourseFile> files,
        CourseOutline outline,
        Map<String, SharedQuiz> quizzes,
        List<ServedFile> served) {

    /** A quiz with the hash of its file. */
    record SharedQuiz(Quiz quiz, String sha256) {}

    /** A row of {@code served_file} without its course. */
    record ServedFile(String sha256, String mediaType, boolean everybody) {}

    CourseManifest manifest(CourseMetadata own) {
        return new CourseManifest(own, sections, files);
    }

    /** The units that count, in reading order. */
    List<CourseOutline.Step> steps() {
        return outline.steps().stream().filter(CourseOutline.Step::counts).toList();
    }

    /** The units on which a certificate with this requirement rests. */
    List<CourseUnit> required(Requirement requirement) {
        return steps().stream()
                .map(CourseOutline.Step::unit)
                .filter(unit -> requirement == Requirement.ALL || unit.kind().equals("quiz"))
                .toList();
    }
}

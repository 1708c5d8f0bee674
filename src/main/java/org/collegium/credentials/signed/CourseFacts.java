package org.collegium.credentials.signed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.jspecify.annotations.Nullable;

/**
 * What a signed certificate says of the course and of the learner's results in it, beside what the certificate itself says.
 *
 * @param address of its public page
 * @param parts of a programme, the certificates that it rests on
 * @param endorsements of a programme, what partners signed
 */
record CourseFacts(
        Optional<String> address,
        String summary,
        Optional<CourseLevel> level,
        List<CourseSkill> skills,
        List<Result> results,
        List<Part> parts,
        List<String> endorsements) {

    /** Nothing is known any more. */
    static final CourseFacts NONE =
            new CourseFacts(Optional.empty(), "", Optional.empty(), List.of(), List.of(), List.of(), List.of());

    CourseFacts {
        skills = List.copyOf(skills);
        results = List.copyOf(results);
        parts = List.copyOf(parts);
        endorsements = List.copyOf(endorsements);
    }

    /**
     * A certificate that one of a programme rests on.
     *
     * @param address where it is verified, if others may be led to it
     */
    record Part(Optional<String> address, String title, String partner, Instant issuedAt) {}

    /**
     * A graded unit.
     *
     * @param score 0 to 1
     * @param at when a lab was graded
     * @param tests SHA-256 of the tests of a lab, known with the time
     */
    record Result(
            String title,
            String kind,
            double score,
            @Nullable Instant at,
            @Nullable String tests) {}
}

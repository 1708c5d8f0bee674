package org.collegium.operations;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseEdition;
import org.collegium.courses.CourseExport;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.ExportingCourses;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Slug;
import org.springframework.stereotype.Component;

/** Exports a course as an operator's command asks for it; whoever calls it has shown that they are the operator. */
@Component
class OperatorExports {

    private final ExportingCourses exporting;
    private final Partners partners;
    private final SystemActor system;

    OperatorExports(ExportingCourses exporting, Partners partners, SystemActor system) {
        this.exporting = exporting;
        this.partners = partners;
        this.system = system;
    }

    /**
     * Finds what is to be written.
     *
     * @param course its id, or the slug of its partner and its key with a stroke between them
     * @param version {@code draft} or a number
     * @return empty when there is no such course, or it has no such version
     */
    Optional<CourseExport> find(String course, String version) {
        return system.call(
                Set.of(CoursesPermissions.VIEW_DRAFT),
                () -> course(course)
                        .flatMap(id -> CourseEdition.of(version).flatMap(edition -> exporting.find(id, edition))));
    }

    private Optional<CourseId> course(String words) {
        int stroke = words.indexOf('/');
        try {
            return stroke < 0
                    ? Optional.of(new CourseId(UUID.fromString(words)))
                    : partners.find(new Slug(words.substring(0, stroke)))
                            .flatMap(partner -> exporting.find(partner.id(), words.substring(stroke + 1)));
        } catch (IllegalArgumentException | RuleViolation nothingOfTheKind) {
            return Optional.empty();
        }
    }
}

package org.collegium.operations;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.EditedThings;
import org.collegium.courses.ImportWatch;
import org.collegium.courses.ImportingCourses;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Slug;
import org.springframework.stereotype.Component;

/** Imports a course as an operator's command asks for it; whoever calls it has shown that they are the operator. */
@Component
class OperatorImports {

    private final ImportingCourses importing;
    private final Partners partners;
    private final SystemActor system;

    OperatorImports(ImportingCourses importing, Partners partners, SystemActor system) {
        this.importing = importing;
        this.partners = partners;
        this.system = system;
    }

    /**
     * Imports a folder or zip.
     *
     * @return empty when there is no partner with this slug
     */
    Optional<ImportAnswer> run(String slug, Path source, EditedThings edits) {
        return partner(slug)
                .map(partner -> system.call(
                        Set.of(CoursesPermissions.EDIT, CoursesPermissions.IMPORT_FOLDER),
                        () -> importing.importPath(partner.id(), source, edits, ImportWatch.NOBODY)))
                .map(ImportAnswer::of);
    }

    private Optional<Partner> partner(String slug) {
        try {
            return partners.find(new Slug(slug));
        } catch (RuleViolation notASlug) {
            return Optional.empty();
        }
    }
}

package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.FullApplicationTest;
import org.collegium.courses.DraftCheck.Unkeyed;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A course that a university really teaches becomes a draft. */
@Tag("module")
@FullApplicationTest
class RealCourseImportTests {

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ImportingCourses importing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private SystemActor system;

    @Test
    void aJupyterBookBecomesADraftWhoseQuestionsWaitForTheirKeys() {
        Path book = Path.of(
                        Optional.ofNullable(System.getenv("COLLEGIUM_CORPUS")).orElse("../shared/corpus"))
                .resolve("scikit-learn-mooc");
        assumeThat(Files.isDirectory(book)).isTrue();
        Partner partner = CoursesFixtures.partner(beans);

        ImportResult result = system.call(
                Set.of(CoursesPermissions.EDIT, CoursesPermissions.IMPORT_FOLDER),
                () -> importing.importPath(partner.id(), book, EditedThings.KEEP, ImportWatch.NOBODY));

        assertThat(result).withFailMessage(() -> result.report().text()).isInstanceOf(ImportResult.Created.class);
        CourseId course = ((ImportResult.Created) result).course();
        List<DraftCheck> checks = system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> drafts.checks(course));
        int unkeyed = checks.stream()
                .mapToInt(check -> check instanceof Unkeyed found ? found.questions() : 0)
                .sum();
        assertThat(unkeyed).isEqualTo(57);
        assertThat(system.call(
                        Set.of(CoursesPermissions.EDIT, CoursesPermissions.IMPORT_FOLDER),
                        () -> importing.importPath(partner.id(), book, EditedThings.KEEP, ImportWatch.NOBODY)))
                .isInstanceOf(ImportResult.Unchanged.class);
    }
}

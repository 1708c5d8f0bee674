package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import org.collegium.courses.EditedManifest.Merged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class EditedManifestTest {

    private static final CourseManifest BROUGHT = manifest(null, "A first course");

    @Test
    void whatACourseTranslatesIsKeptThroughAnotherImport() {
        Merged merged = new EditedManifest(manifest("first-course", "A first course"))
                .onto(BROUGHT, manifest(null, "A first course, renamed"));

        assertThat(merged.manifest().metadata().variantOf()).isEqualTo("first-course");
        assertThat(merged.manifest().metadata().title()).isEqualTo("A first course, renamed");
        assertThat(merged.lost()).isEmpty();
    }

    @Test
    void whereTheSourceSaysAnotherOneItCountsAndIsNamed() {
        Merged merged = new EditedManifest(manifest("first-course", "A first course"))
                .onto(BROUGHT, manifest("second-course", "A first course"));

        assertThat(merged.manifest().metadata().variantOf()).isEqualTo("second-course");
        assertThat(merged.lost()).containsExactly("variantOf");
    }

    private static CourseManifest manifest(@Nullable String variantOf, String title) {
        return CoursesFixtures.accepted(
                        CoursesFixtures.metadata("course", title, "CC-BY-4.0").asVariantOf(variantOf))
                .manifest();
    }
}

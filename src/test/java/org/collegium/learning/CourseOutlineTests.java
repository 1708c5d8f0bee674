package org.collegium.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.enrolment.StudyFixtures.course;
import static org.collegium.enrolment.StudyFixtures.smallCourse;
import static org.collegium.enrolment.StudyFixtures.unit;

import java.util.List;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CourseOutlineTests {

    @Test
    void requiredUnitsCountAndEachKindHasItsRule() {
        CourseOutline outline = CourseOutline.of(smallCourse());

        assertThat(outline.counting()).containsExactlyInAnyOrder("first-lesson", "first-exercise", "last-quiz");
        assertThat(outline.steps())
                .extracting(CourseOutline.Step::rule)
                .containsExactly(
                        CompletionRule.SEEN_TO_END,
                        CompletionRule.TRIED,
                        CompletionRule.SEEN_TO_END,
                        CompletionRule.PASSED,
                        CompletionRule.SEEN_TO_END);
    }

    @Test
    void whereNothingIsRequiredEverythingCounts() {
        CourseOutline outline = CourseOutline.of(course(List.of(new CourseSection(
                "only",
                "Only",
                null,
                List.of(unit("one", "lesson", false, false, null), unit("two", "lesson", false, false, null))))));

        assertThat(outline.counting()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void oneWalksThroughNestedUnitsInReadingOrder() {
        CourseUnit parent = new CourseUnit(
                "parent",
                "Parent",
                "lesson",
                "lessons/parent.md",
                1,
                false,
                true,
                false,
                null,
                0,
                List.of(unit("child", "lesson", true, false, null)));
        CourseOutline outline = CourseOutline.of(course(List.of(
                new CourseSection("a", "A", null, List.of(parent)),
                new CourseSection("b", "B", null, List.of(unit("last", "lesson", true, false, null))))));

        CourseOutline.Step child = outline.step("child").orElseThrow();

        assertThat(child.depth()).isEqualTo(1);
        assertThat(outline.before(child)).map(CourseOutline.Step::key).contains("parent");
        assertThat(outline.after(child)).map(CourseOutline.Step::key).contains("last");
        assertThat(outline.before(outline.first().orElseThrow())).isEmpty();
        assertThat(outline.after(outline.step("last").orElseThrow())).isEmpty();
        assertThat(outline.step("nowhere")).isEmpty();
    }
}

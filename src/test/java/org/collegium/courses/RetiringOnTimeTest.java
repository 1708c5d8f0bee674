package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RetiringOnTimeTest {

    @Test
    void aCourseThatFailsKeepsNoOtherOne() {
        CourseId broken = CourseId.next();

        int retired = RetiringOnTime.sweep(List.of(broken, CourseId.next(), CourseId.next()), course -> {
            if (course.equals(broken)) {
                throw new IllegalStateException("This course cannot be read");
            }
            return true;
        });

        assertThat(retired).isEqualTo(2);
    }
}

package org.collegium.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collegium.courses.CourseRunId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class PassingOnPlacesTest {

    @Test
    void aRunThatFailsKeepsNoOtherOneWaiting() {
        CourseRunId broken = CourseRunId.next();

        int kept = PassingOnPlaces.sweep(List.of(broken, CourseRunId.next(), CourseRunId.next()), run -> {
            if (run.equals(broken)) {
                throw new IllegalStateException("This run cannot be read");
            }
            return 2;
        });

        assertThat(kept).isEqualTo(4);
    }
}

package org.collegium.integrity.similarity;

import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.shared.PageRequest;
import org.springframework.context.ApplicationContext;

/** Compares texts at once, for tests of what follows. */
public final class ComparingForTests {

    private ComparingForTests() {}

    /** The pair that has most in common. */
    public static UUID pair(ApplicationContext beans, CourseRunId run, String unitKey) {
        Comparisons comparisons = beans.getBean(Comparisons.class);
        beans.getBean(ComparingJob.class).work(comparisons.begin(run, unitKey));
        return comparisons.pairs(run, unitKey, new PageRequest(0, 1)).getFirst().id();
    }
}

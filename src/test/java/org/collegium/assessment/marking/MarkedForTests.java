package org.collegium.assessment.marking;

import org.springframework.context.ApplicationContext;

/** The job that tells what is graded, for tests of other packages. */
public final class MarkedForTests {

    private MarkedForTests() {}

    /** Tells whoever is to be told now. */
    public static void tell(ApplicationContext beans) {
        beans.getBean(TellingMarked.class).sweep();
    }
}

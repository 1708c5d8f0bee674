package org.collegium.credentials;

import java.util.List;

/** Whether a learner has earned the certificate of a course. */
public sealed interface Eligibility {

    /** They have, by this evidence. */
    record Earned(Evidence evidence) implements Eligibility {}

    /** They have not; everything that is missing, in the order in which to do it. */
    record NotYet(List<Missing> missing) implements Eligibility {

        public NotYet {
            missing = List.copyOf(missing);
        }
    }
}

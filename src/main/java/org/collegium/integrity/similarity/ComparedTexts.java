package org.collegium.integrity.similarity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseRunId;

/** The texts of one kind of activity that can be compared; each kind contributes a bean. */
interface ComparedTexts {

    /** The kind of unit, for instance {@code lab}. */
    String kind();

    /** What is compared at a unit of a run, each by itself; none where nothing can be. */
    List<ComparedPart> parts(CourseRunId run, String unitKey);

    /** One text of each learner, the latest that they handed in, in any order. */
    List<ComparedText> texts(CourseRunId run, String unitKey, ComparedPart part);

    /** Those of these attempts or submissions, also earlier ones; those that are gone are left out. */
    List<ComparedText> texts(CourseRunId run, String unitKey, ComparedPart part, Set<UUID> sources);
}

package org.collegium.courses.checks;

import java.util.function.Consumer;

/**
 * Looks at the content of units of some kinds. The same content in the same language must always give the same findings,
 * since they are kept by it; a change of the rules raises {@link UnitResult#RULES}.
 */
public interface CourseCheck {

    /** Whether it looks at units of this kind, as the course format names it. */
    boolean looksAt(String kind);

    /** Reports what it finds. It throws nothing, however broken the content is. */
    void check(UnitContent content, Consumer<Finding> findings);
}

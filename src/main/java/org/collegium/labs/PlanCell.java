package org.collegium.labs;

import org.collegium.labs.notebook.CellKind;

/**
 * One cell of an author's notebook, as grading sees it.
 *
 * @param gradeId empty for a plain cell
 * @param code whether it holds code
 * @param source the author's
 * @param released what learners get instead
 * @param points 0 when it is not graded
 */
public record PlanCell(String gradeId, CellKind kind, boolean code, String source, String released, double points) {

    /** Whether some of its tests cannot be seen by learners. */
    public boolean hasHiddenTests() {
        return kind == CellKind.TEST && !source.equals(released);
    }

    /** Whether it is a test that runs. */
    public boolean isTest() {
        return kind == CellKind.TEST && code;
    }
}

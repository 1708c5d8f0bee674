package org.collegium.labs;

import java.util.List;
import java.util.Optional;

/** What came of grading a submission. */
public sealed interface GradeReport {

    /**
     * It is graded.
     *
     * @param cells every graded cell, in the author's order
     * @param broken the first limit that was broken, if one was
     * @param outputs of the run that the learner may see
     */
    record Graded(List<CellGrade> cells, Optional<BrokenLimit> broken, List<CellOutput> outputs, GradeEvidence evidence)
            implements GradeReport {

        public Graded {
            cells = List.copyOf(cells);
            outputs = List.copyOf(outputs);
        }

        /** What the tests gave. */
        public double points() {
            return cells.stream().mapToDouble(CellGrade::points).sum();
        }

        /** What could be earned, by tests and by hand. */
        public double maxPoints() {
            return cells.stream().mapToDouble(CellGrade::maxPoints).sum();
        }

        /** Whether a person has yet to give points. */
        public boolean waitsForPerson() {
            return cells.stream().anyMatch(cell -> cell.outcome() == CellGrade.Outcome.BY_HAND);
        }
    }

    /**
     * The platform could not; it says nothing of the work, which is to be graded again later.
     *
     * @param reason for operators
     */
    record Postponed(String reason) implements GradeReport {}
}

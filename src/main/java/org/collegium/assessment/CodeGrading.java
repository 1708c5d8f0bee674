package org.collegium.assessment;

/** Runs code that is an answer where it can do no harm. The module that can contributes a bean; without one, such answers wait. */
public interface CodeGrading {

    /** Grades code; takes as long as the limits of the question allow, some more while a sandbox is started. */
    Report grade(CodeQuestion question, String code);

    /** What came of it. */
    sealed interface Report {

        /** @param evidence names interpreter, tests and result, so that the same can be had again */
        record Graded(CodeResult result, String evidence) implements Report {}

        /**
         * The platform could not; it says nothing of the code.
         *
         * @param reason for operators
         */
        record Postponed(String reason) implements Report {}
    }
}

package org.collegium.assessment;

/** What came of wanting to answer a quiz. */
public sealed interface StartResult {

    /** An attempt is open; it may have been before. */
    record Going(OpenAttempt attempt) implements StartResult {}

    /** All attempts are used up. */
    record NoneLeft(int attempts) implements StartResult {}

    /** One may not answer: one is not in the run, the run is not open, or the quiz is not part of it any more. */
    record NotOpen() implements StartResult {}
}

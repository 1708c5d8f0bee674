package org.collegium.assessment;

import java.time.Duration;
import java.time.Instant;

/** What came of wanting to answer a quiz. */
public sealed interface StartResult {

    /** An attempt is open; it may have been before. */
    record Going(OpenAttempt attempt) implements StartResult {}

    /** All attempts are used up. */
    record NoneLeft(int attempts) implements StartResult {}

    /** The quiz is not open yet for this learner. */
    record NotYet(Instant opens) implements StartResult {}

    /** The quiz is not open any more for this learner. */
    record Over(Instant closed) implements StartResult {}

    /** There is a statement to agree to, and this is no agreement to it; it may have become another one meanwhile. */
    record NotAgreed() implements StartResult {}

    /** A password is asked for, and the one given is not it. */
    record WrongPassword() implements StartResult {}

    /** Too many wrong passwords were given. */
    record Wait(Duration time) implements StartResult {}

    /** One may not answer: one is not in the run, the run is not open, or the quiz is not part of it any more. */
    record NotOpen() implements StartResult {}
}

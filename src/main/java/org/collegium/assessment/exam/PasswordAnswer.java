package org.collegium.assessment.exam;

import java.time.Duration;

/** What came of giving the password of a quiz. */
public sealed interface PasswordAnswer {

    /** It is the one, or none is asked for. */
    record Right() implements PasswordAnswer {}

    record Wrong() implements PasswordAnswer {}

    /** Too many were wrong; nothing was tried. */
    record Wait(Duration time) implements PasswordAnswer {}
}

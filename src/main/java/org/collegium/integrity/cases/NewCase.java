package org.collegium.integrity.cases;

import java.time.Duration;
import java.time.Instant;
import org.collegium.shared.Rules;

/**
 * What is said when a case is opened.
 *
 * @param concern what learners are told, 1 to {@link #LONGEST} characters
 * @param statementDue until when they are asked to say something
 * @param secondPerson whether another must agree to a verdict
 */
public record NewCase(String concern, Instant statementDue, boolean secondPerson) {

    /** The most characters of what is told. */
    public static final int LONGEST = 2_000;

    /** The longest time that a learner can be left waiting for a verdict. */
    private static final Duration LATEST = Duration.ofDays(60);

    public NewCase {
        concern = concern.strip();
    }

    /** @throws org.collegium.shared.RuleViolation of what is wrong, all of it */
    void check(Instant now, Duration least) {
        new Rules()
                .that(!concern.isEmpty(), "integrity.case.concern.missing")
                .that(concern.length() <= LONGEST, "integrity.case.concern.long", LONGEST, concern.length())
                .that(
                        !statementDue.isBefore(now.plus(least).minus(Duration.ofMinutes(1)))
                                && !statementDue.isAfter(now.plus(LATEST)),
                        "integrity.case.due",
                        least.toDays(),
                        LATEST.toDays())
                .hold();
    }
}

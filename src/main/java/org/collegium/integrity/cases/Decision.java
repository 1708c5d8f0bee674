package org.collegium.integrity.cases;

import org.collegium.shared.Rules;

/**
 * What is decided for one learner.
 *
 * @param takesPercent of the points, 1 to 99, where the verdict reduces them; ignored otherwise
 * @param reason for the learner
 */
public record Decision(Verdict verdict, int takesPercent, String reason) {

    /** The most characters of a reason. */
    public static final int LONGEST_REASON = 2_000;

    private static final int ALL = 100;

    public Decision {
        reason = reason.strip();
        takesPercent = verdict.reduces() ? takesPercent : verdict.takes() ? ALL : 0;
    }

    /** A decision that reduces nothing. */
    public static Decision of(Verdict verdict, String reason) {
        return new Decision(verdict, 0, reason);
    }

    /** @throws org.collegium.shared.RuleViolation of what is wrong, all of it */
    void check() {
        new Rules()
                .that(!reason.isEmpty(), "integrity.verdict.reason.missing")
                .that(
                        reason.length() <= LONGEST_REASON,
                        "integrity.verdict.reason.long",
                        LONGEST_REASON,
                        reason.length())
                .that(!verdict.reduces() || (takesPercent > 0 && takesPercent < ALL), "integrity.verdict.percent.range")
                .hold();
    }

    /** The share of the points that stays. */
    double keeps() {
        return (ALL - takesPercent) / (double) ALL;
    }

    /** As the history of the case keeps it. */
    String words() {
        return verdict + (verdict.reduces() ? " " + takesPercent : "") + "\n" + reason;
    }
}

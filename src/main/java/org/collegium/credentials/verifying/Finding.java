package org.collegium.credentials.verifying;

/**
 * What one step of verifying found, in plain words.
 *
 * @param step Signature, Issuer, Status, Dates, a part or an endorsement
 * @param aside whether it is about an endorsement, which takes nothing from what it endorses when it does not hold
 */
public record Finding(String step, boolean good, String words, boolean aside) {

    public Finding(String step, boolean good, String words) {
        this(step, good, words, false);
    }

    /** Whether what was verified is not valid for it. */
    public boolean wrong() {
        return !good && !aside;
    }
}

package org.collegium.permissions;

import java.util.function.BiPredicate;

/**
 * In which cases somebody may do something: at their own partner or another one, for themselves or for another person.
 * Operations that concern neither have the same answer in all four.
 */
enum Outcome {
    NEVER("-", false, false, false, false),
    ALWAYS("all", true, true, true, true),
    OWN_PARTNER("own", true, true, false, false),
    THEMSELVES("self", true, false, true, false),
    OWN_PARTNER_OR_THEMSELVES("own|self", true, true, true, false),
    THEMSELVES_AT_OWN_PARTNER("own&self", true, false, false, false);

    private final String word;
    private final boolean ownSelf;
    private final boolean ownAnother;
    private final boolean otherSelf;
    private final boolean otherAnother;

    Outcome(String word, boolean ownSelf, boolean ownAnother, boolean otherSelf, boolean otherAnother) {
        this.word = word;
        this.ownSelf = ownSelf;
        this.ownAnother = ownAnother;
        this.otherSelf = otherSelf;
        this.otherAnother = otherAnother;
    }

    /** Takes whether it is allowed at the own partner (or another) and for themselves (or another person). */
    static String of(BiPredicate<Boolean, Boolean> allowed) {
        boolean ownSelf = allowed.test(true, true);
        boolean ownAnother = allowed.test(true, false);
        boolean otherSelf = allowed.test(false, true);
        boolean otherAnother = allowed.test(false, false);
        for (Outcome outcome : values()) {
            if (outcome.ownSelf == ownSelf
                    && outcome.ownAnother == ownAnother
                    && outcome.otherSelf == otherSelf
                    && outcome.otherAnother == otherAnother) {
                return outcome.word;
            }
        }
        return "strange:%s,%s,%s,%s".formatted(ownSelf, ownAnother, otherSelf, otherAnother);
    }
}

package org.collegium.shared;

import java.util.ArrayList;
import java.util.List;

/** Looks at all the rules of a thing before it is refused, so that a person hears at once of all that is to mend. */
public final class Rules {

    private final List<RuleViolation> broken = new ArrayList<>();

    /** @param code the key of the message for when the rule is broken */
    public Rules that(boolean kept, String code, Object... arguments) {
        if (!kept) {
            broken.add(new RuleViolation(code, arguments));
        }
        return this;
    }

    /** What {@code look} refuses is broken too. */
    public Rules in(Runnable look) {
        try {
            look.run();
        } catch (RuleViolation violation) {
            broken.addAll(violation.all());
        }
        return this;
    }

    /** @throws RuleViolation of the first that is broken, with the others */
    public void hold() {
        if (!broken.isEmpty()) {
            throw RuleViolation.of(broken);
        }
    }
}

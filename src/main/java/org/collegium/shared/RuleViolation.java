package org.collegium.shared;

import java.util.List;

/** A broken rule that a person can mend; its code is a message key, its arguments fill the message. */
public final class RuleViolation extends RuntimeException {

    private final String code;
    private final transient List<Object> arguments;

    public RuleViolation(String code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** The key of the message that says what is wrong and what to do. */
    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}

package org.collegium.shared;

import java.util.List;
import java.util.stream.Stream;

/** A broken rule that a person can mend; its code is a message key, its arguments fill the message. */
public final class RuleViolation extends RuntimeException {

    /** Of what was given, in characters: enough to know it again, and never so much that the message cannot be read. */
    private static final int LONGEST_ARGUMENT = 80;

    private final String code;
    private final transient List<Object> arguments;

    public RuleViolation(String code, Object... arguments) {
        super(code + " " + Stream.of(arguments).map(RuleViolation::shortened).toList());
        this.code = code;
        this.arguments = Stream.of(arguments).map(RuleViolation::shortened).toList();
    }

    /** What was given as a message may repeat it. */
    public static Object shortened(Object argument) {
        return argument instanceof String text && text.length() > LONGEST_ARGUMENT
                ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_ARGUMENT) - 1)) + "…"
                : argument;
    }

    /** The key of the message that says what is wrong and what to do. */
    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}

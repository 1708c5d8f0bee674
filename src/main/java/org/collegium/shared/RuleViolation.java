package org.collegium.shared;

import java.util.List;
import java.util.stream.Stream;

/** A broken rule that a person can mend; its code is a message key, its arguments fill the message. */
public final class RuleViolation extends RuntimeException {

    /** Of what was given, in characters: enough to know it again, and never so much that the message cannot be read. */
    private static final int LONGEST_ARGUMENT = 80;

    private final String code;
    private final transient List<Object> arguments;
    private final transient List<RuleViolation> others;

    public RuleViolation(String code, Object... arguments) {
        this(code, Stream.of(arguments).map(RuleViolation::shortened).toList(), List.of());
    }

    private RuleViolation(String code, List<Object> arguments, List<RuleViolation> others) {
        super(code + " " + arguments);
        this.code = code;
        this.arguments = arguments;
        this.others = others;
    }

    /** The first of several, which knows the others. */
    static RuleViolation of(List<RuleViolation> broken) {
        RuleViolation first = broken.getFirst();
        return new RuleViolation(first.code, first.arguments, broken.subList(1, broken.size()));
    }

    /** All rules that were found broken together, this one first. */
    public List<RuleViolation> all() {
        return Stream.concat(Stream.of(this), others.stream()).toList();
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

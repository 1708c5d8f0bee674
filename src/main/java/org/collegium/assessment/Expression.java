package org.collegium.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A formula in variables: numbers, {@code + - * / ^}, brackets, {@code pi}, {@code e} and the functions of {@link Functions}.
 * It is short and not deep, and each of its operations takes a moment, so that it can be computed wherever it comes from.
 * The same values give the same result on every machine.
 */
public final class Expression {

    static final int LONGEST = 500;
    static final int DEEPEST = 50;

    private static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "e", Math.E);

    /** A part of a formula. */
    sealed interface Part {}

    record Constant(double value) implements Part {}

    record Name(String name) implements Part {}

    record Operation(char sign, Part left, Part right) implements Part {}

    record Call(Functions function, List<Part> arguments) implements Part {}

    private final Part root;

    private Expression(Part root) {
        this.root = root;
    }

    Part root() {
        return root;
    }

    /** Why a formula cannot be read, and from which character on, counted from 1. */
    static final class Unreadable extends Exception {

        private final int position;

        private Unreadable(int position) {
            super("The formula cannot be read from character " + position + " on");
            this.position = position;
        }

        int position() {
            return position;
        }
    }

    /** Reads a formula. */
    static Expression of(String text) throws Unreadable {
        return new Expression(new Parser(text).all());
    }

    /** Whether a text is a formula in some of these variables. */
    public static boolean usable(String text, Set<String> variables) {
        try {
            return variables.containsAll(of(text).names());
        } catch (Unreadable unreadable) {
            return false;
        }
    }

    /** Whether a name means something already. */
    static boolean reserved(String name) {
        return CONSTANTS.containsKey(name) || Functions.named(name).isPresent();
    }

    /** The variables in it. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        collect(root, names);
        return names;
    }

    private static void collect(Part part, Set<String> names) {
        switch (part) {
            case Constant _ -> {}
            case Name(String name) -> names.add(name);
            case Operation(char _, Part left, Part right) -> {
                collect(left, names);
                collect(right, names);
            }
            case Call(Functions _, List<Part> arguments) -> arguments.forEach(each -> collect(each, names));
        }
    }

    /** The result; empty when there is none, as with a division by zero. */
    Optional<Double> value(Map<String, Double> variables) {
        double value = value(root, variables);
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    private static double value(Part part, Map<String, Double> variables) {
        return switch (part) {
            case Constant(double value) -> value;
            case Name(String name) -> variables.getOrDefault(name, Double.NaN);
            case Operation(char sign, Part left, Part right) ->
                operate(sign, value(left, variables), value(right, variables));
            case Call(Functions function, List<Part> arguments) ->
                function.of(arguments.stream()
                        .mapToDouble(each -> value(each, variables))
                        .toArray());
        };
    }

    private static double operate(char sign, double left, double right) {
        return switch (sign) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            case '/' -> left / right;
            default -> StrictMath.pow(left, right);
        };
    }

    /** Reads by recursive descent, a method for each precedence. */
    private static final class Parser {

        private final String text;
        private int at;
        private int depth;

        Parser(String text) {
            this.text = text;
        }

        Part all() throws Unreadable {
            if (text.length() > LONGEST) {
                throw new Unreadable(LONGEST + 1);
            }
            Part part = sum();
            if (at < text.length()) {
                throw unreadable();
            }
            return part;
        }

        private Part sum() throws Unreadable {
            if (++depth > DEEPEST) {
                throw unreadable();
            }
            Part part = product();
            for (char sign = next(); sign == '+' || sign == '-'; sign = next()) {
                at++;
                part = new Operation(sign, part, product());
            }
            depth--;
            return part;
        }

        private Part product() throws Unreadable {
            Part part = signed();
            for (char sign = next(); sign == '*' || sign == '/'; sign = next()) {
                at++;
                part = new Operation(sign, part, signed());
            }
            return part;
        }

        /** A sign binds less than a power and stands for a product: {@code -2^2} is −4. */
        private Part signed() throws Unreadable {
            if (next() != '-') {
                return power();
            }
            if (++depth > DEEPEST) {
                throw unreadable();
            }
            at++;
            Part part = new Operation('*', new Constant(-1), signed());
            depth--;
            return part;
        }

        private Part power() throws Unreadable {
            Part base = primary();
            if (next() != '^') {
                return base;
            }
            at++;
            return new Operation('^', base, signed());
        }

        private Part primary() throws Unreadable {
            char first = next();
            if (first == '(') {
                at++;
                Part part = sum();
                take(')');
                return part;
            }
            if (isDigit(first) || first == '.') {
                return number();
            }
            if (isLetter(first)) {
                return named();
            }
            throw unreadable();
        }

        private Part number() throws Unreadable {
            int start = at;
            while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            try {
                return new Constant(Double.parseDouble(text.substring(start, at)));
            } catch (NumberFormatException several) {
                at = start;
                throw unreadable();
            }
        }

        private Part named() throws Unreadable {
            int start = at;
            while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
                at++;
            }
            String name = text.substring(start, at);
            if (next() == '(') {
                return call(name, start);
            }
            Double constant = CONSTANTS.get(name);
            return constant == null ? new Name(name) : new Constant(constant);
        }

        private Part call(String name, int start) throws Unreadable {
            Optional<Functions> function = Functions.named(name);
            List<Part> arguments = new ArrayList<>();
            do {
                at++;
                arguments.add(sum());
            } while (next() == ',');
            take(')');
            if (function.isEmpty() || !function.get().takes(arguments.size())) {
                at = start;
                throw unreadable();
            }
            return new Call(function.get(), arguments);
        }

        private void take(char expected) throws Unreadable {
            if (next() != expected) {
                throw unreadable();
            }
            at++;
        }

        /** The next character that is no space; 0 at the end. */
        private char next() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private Unreadable unreadable() {
            return new Unreadable(at + 1);
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private static boolean isLetter(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        }
    }
}

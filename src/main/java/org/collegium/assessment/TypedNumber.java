package org.collegium.assessment;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people type it: decimals with a comma or a point but no marks between thousands, an exponent as {@code e-3} or
 * {@code ×10^-3}, the minus of a keyboard or of a book, a unit behind it or not.
 */
sealed interface TypedNumber {

    int LONGEST = 100;

    Pattern FORM = Pattern.compile("([+-]?)(\\d++(?:[.,]\\d*+)?|[.,]\\d++)(?:(?:[eE]|[*·×x]10\\^?)([+-]?\\d{1,3}))?");

    /** Before a raised digit behind a digit: 10² is not 102. */
    Pattern RAISED = Pattern.compile("(?<=\\d)(?=[⁰¹²³⁴-⁹])");

    /**
     * A number.
     *
     * @param value in the unit of the answer
     * @param unit whether one was typed
     */
    record Known(BigDecimal value, boolean unit) implements TypedNumber {}

    /** A number with a unit that is not taken. */
    record OtherUnit(String unit) implements TypedNumber {}

    /** No number. */
    record Unreadable() implements TypedNumber {}

    /** Reads what was typed; without a unit it is taken for a number of the unit of the answer. */
    static TypedNumber of(String typed, Units units) {
        if (typed.length() > LONGEST) {
            return new Unreadable();
        }
        String text = plain(typed);
        Optional<BigDecimal> inBase = before(units.base(), text);
        if (inBase.isPresent()) {
            return new Known(inBase.get(), !units.base().isEmpty());
        }
        for (Units.Other other : units.others()) {
            Optional<BigDecimal> number = before(other.unit(), text);
            if (number.isPresent()) {
                return new Known(number.get().multiply(other.factor()), true);
            }
        }
        return number(text).<TypedNumber>map(number -> new Known(number, false)).orElseGet(() -> otherUnit(text));
    }

    private static Optional<BigDecimal> before(String unit, String text) {
        String suffix = plain(unit);
        return text.endsWith(suffix) ? number(text.substring(0, text.length() - suffix.length())) : Optional.empty();
    }

    private static TypedNumber otherUnit(String text) {
        Matcher form = FORM.matcher(text);
        if (form.lookingAt() && form.end() < text.length()) {
            String rest = text.substring(form.end());
            int first = rest.codePointAt(0);
            if (Character.isLetter(first) || "%‰°$€£".indexOf(first) >= 0) {
                return new OtherUnit(rest);
            }
        }
        return new Unreadable();
    }

    private static Optional<BigDecimal> number(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String exponent = form.group(3) == null ? "" : "e" + form.group(3);
        return Optional.of(new BigDecimal(form.group(1) + digits(form.group(2)) + exponent));
    }

    private static String digits(String written) {
        String decimal = written.replace(',', '.');
        return decimal.endsWith(".") ? decimal.substring(0, decimal.length() - 1) : decimal;
    }

    private static String plain(String text) {
        return Normalizer.normalize(RAISED.matcher(text).replaceAll("^").replace("⁻", "^-"), Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .replace('\u2212', '-')
                .replace('\u2013', '-');
    }
}

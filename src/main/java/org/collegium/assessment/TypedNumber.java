package org.collegium.assessment;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people type it: decimals with a comma or a point but no marks between thousands, an exponent as {@code e-3} or
 * {@code ×10^-3}, the minus of a keyboard or of a book, the unit behind it or not.
 */
final class TypedNumber {

    private static final int LONGEST = 100;
    private static final Pattern FORM =
            Pattern.compile("([+-]?)(\\d+(?:[.,]\\d*)?|[.,]\\d+)(?:(?:[eE]|[*·×x]10\\^?)([+-]?\\d{1,3}))?");

    private TypedNumber() {}

    /** The number, empty when it is none. */
    static Optional<BigDecimal> parse(String typed, String unit) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String text = plain(typed);
        String suffix = plain(unit);
        if (!suffix.isEmpty() && text.endsWith(suffix)) {
            text = text.substring(0, text.length() - suffix.length());
        }
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
        return Normalizer.normalize(text.replace("⁻", "^-"), Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .replace('\u2212', '-')
                .replace('\u2013', '-');
    }
}

package org.collegium.courses.imports;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of names as people number them, in digits of any script: {@code 2-x} before {@code 10-x}, whatever the case. */
public final class NaturalOrder {

    /** Compares names, or paths part by part. */
    public static final Comparator<String> NAMES = NaturalOrder::compare;

    private static final Pattern PART = Pattern.compile("(\\p{Nd}++)|\\P{Nd}++");

    private static final int DECIMAL = 10;

    private NaturalOrder() {}

    private static int compare(String one, String other) {
        List<String> left = parts(one);
        List<String> right = parts(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = part(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        int length = Integer.compare(left.size(), right.size());
        return length != 0 ? length : one.compareTo(other);
    }

    private static int part(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? new BigInteger(one).compareTo(new BigInteger(other))
                : one.compareTo(other);
    }

    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(name.toLowerCase(Locale.ROOT).replace('/', '\1'));
        while (part.find()) {
            parts.add(part.group(1) == null ? part.group() : number(part.group(1)));
        }
        return parts;
    }

    private static boolean isNumber(String part) {
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }

    /** In digits of ASCII, so that all numbers stand at one place among other parts. */
    private static String number(String digits) {
        StringBuilder number = new StringBuilder();
        digits.codePoints().forEach(digit -> number.append(Character.digit(digit, DECIMAL)));
        return number.toString();
    }
}

package org.collegium.courses.imports;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of names as people number them: {@code 2-x} before {@code 10-x}, whatever the case. */
public final class NaturalOrder {

    /** Compares names, or paths part by part. */
    public static final Comparator<String> NAMES = NaturalOrder::compare;

    private static final Pattern PART = Pattern.compile("[0-9]++|[^0-9]++");

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
        boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }

    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(name.toLowerCase(Locale.ROOT).replace('/', '\1'));
        while (part.find()) {
            parts.add(part.group());
        }
        return parts;
    }
}

package org.collegium.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Collects the faults of one text, with their places in its file. */
final class Faults {

    private static final Words ENGLISH = new Words(Locale.ROOT);
    private static final int LONGEST = 120;

    private final List<TextFault> found = new ArrayList<>();

    void add(Place place, String code, Object... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = excerpt(String.valueOf(arguments[i]));
        }
        found.add(new TextFault(
                place.line(),
                place.column(),
                code,
                ENGLISH.get("content.fault." + code + ".message", shown),
                ENGLISH.get("content.fault." + code + ".remedy", shown),
                place.cell()));
    }

    List<TextFault> inOrder() {
        found.sort(Comparator.comparingInt(TextFault::cell)
                .thenComparingInt(TextFault::line)
                .thenComparingInt(TextFault::column));
        return found;
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}

package org.collegium.assessment.exchange;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes keys, which are unique among those made here, from what items are called elsewhere. */
final class ItemKeys {

    private static final int LONGEST = 64;
    private static final int LOOKED_AT = 200;

    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> next = new HashMap<>();

    ItemKeys() {}

    ItemKeys(Set<String> taken) {
        used.addAll(taken);
    }

    /** The text as a key, or else the other; with a number where there is one like it already. */
    String unique(String text, String otherwise) {
        String plain = of(text);
        String key = plain.isEmpty() ? otherwise : plain;
        String numbered = key;
        while (!used.add(numbered)) {
            String suffix = "-" + (next.merge(key, 1, Integer::sum) + 1);
            numbered = trimmed(key.substring(0, Math.min(key.length(), LONGEST - suffix.length()))) + suffix;
        }
        return numbered;
    }

    /** Lower-case letters, digits and single hyphens between them; empty where the text has none of these. */
    static String of(String text) {
        String head = text.substring(0, Math.min(text.length(), LOOKED_AT));
        String plain = Normalizer.normalize(head, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}++", "")
                .toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                key.append(c);
            } else if (!key.isEmpty() && key.charAt(key.length() - 1) != '-') {
                key.append('-');
            }
        }
        return trimmed(key.substring(0, Math.min(key.length(), LONGEST)));
    }

    private static String trimmed(String key) {
        return key.endsWith("-") ? key.substring(0, key.length() - 1) : key;
    }

    /** The key of the option with this number from 0: a to z, then a2 and so on. */
    static String letter(int number) {
        String letter = String.valueOf((char) ('a' + number % 26));
        return number < 26 ? letter : letter + (number / 26 + 1);
    }
}

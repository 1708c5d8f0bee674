package org.collegium.courses.imports;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.collegium.source.SourceFile;

/** Makes stable keys from paths and titles: the same text always gives the same key. */
public final class Keys {

    private static final int LONGEST = 64;
    private static final int HASH = 8;

    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> next = new HashMap<>();

    /** A key of letters, digits and single hyphens; what is too long is cut and told apart by a hash of the whole. */
    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (plain.isEmpty()) {
            return "k-" + hash(text);
        }
        if (plain.length() <= LONGEST) {
            return plain;
        }
        String head = plain.substring(0, LONGEST - HASH - 1).replaceAll("-+$", "");
        return head + "-" + hash(text);
    }

    /** The same, with a number where another text has the key already. */
    public String unique(String text) {
        String key = of(text);
        for (int i = next.merge(key, 1, Integer::sum); !used.add(numbered(key, i)); i++) {
            next.put(key, i + 1);
        }
        return numbered(key, next.getOrDefault(key, 1));
    }

    private static String numbered(String key, int number) {
        if (number == 1) {
            return key;
        }
        String suffix = "-" + number;
        String head = key.substring(0, Math.min(key.length(), LONGEST - suffix.length()));
        return head.replaceAll("-+$", "") + suffix;
    }

    private static String hash(String text) {
        return SourceFile.of("", text.getBytes(StandardCharsets.UTF_8)).sha256().substring(0, HASH);
    }
}

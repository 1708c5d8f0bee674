package org.collegium.identity.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.springframework.stereotype.Component;

/**
 * Which passwords are good enough: long rather than intricate, not one that everybody tries first, not one's own name or
 * address. After NIST SP 800-63B, section 3.1.1.2.
 */
@Component
class PasswordRules {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;

    /** What must be left when name and address are taken away. */
    private static final int OWN_PART = 8;

    private static final int TELLING = 4;
    private static final int LONGEST_PATTERN = 3;

    private static final Map<Character, Character> LOOKALIKES = Map.ofEntries(
            Map.entry('0', 'o'),
            Map.entry('1', 'i'),
            Map.entry('3', 'e'),
            Map.entry('4', 'a'),
            Map.entry('5', 's'),
            Map.entry('7', 't'),
            Map.entry('@', 'a'),
            Map.entry('$', 's'),
            Map.entry('!', 'i'));

    private final Set<String> common;

    PasswordRules() {
        common = read("common-passwords.txt");
    }

    /**
     * Accepts the password or says why not.
     *
     * @throws RuleViolation with a code that begins with {@code identity.password.}
     */
    public void check(String password, String name, EmailAddress email) {
        check(password, name, email.value());
    }

    /** The same for an address of which nobody knows yet whether it is one. */
    void check(String password, String name, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new RuleViolation("identity.password.short", SHORTEST, length);
        }
        if (length > LONGEST) {
            throw new RuleViolation("identity.password.long", LONGEST);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (isCommon(plain)) {
            throw new RuleViolation("identity.password.common");
        }
        if (withoutOwn(plain, name, email).length() < OWN_PART) {
            throw new RuleViolation("identity.password.personal");
        }
    }

    private boolean isCommon(String plain) {
        return Stream.of(plain, letters(plain), letters(lookalikes(trimmed(plain))))
                .anyMatch(variant -> isKnown(variant) || isPattern(variant));
    }

    /** Whether it is on the list, alone, repeated, or as two entries in a row. */
    private boolean isKnown(String variant) {
        if (common.contains(variant)) {
            return true;
        }
        for (int cut = 1; cut < variant.length(); cut++) {
            String head = variant.substring(0, cut);
            if (common.contains(head)
                    && (common.contains(variant.substring(cut))
                            || head.repeat(variant.length() / cut + 1).startsWith(variant))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it repeats a few characters or runs up or down. */
    private static boolean isPattern(String variant) {
        if (variant.length() < SHORTEST) {
            return false;
        }
        for (int period = 1; period <= LONGEST_PATTERN; period++) {
            if (variant.startsWith(variant.substring(period))) {
                return true;
            }
        }
        return runs(variant, 1) || runs(variant, -1);
    }

    private static boolean runs(String variant, int step) {
        for (int index = 1; index < variant.length(); index++) {
            char previous = variant.charAt(index - 1);
            char current = variant.charAt(index);
            boolean wraps = step > 0 ? previous == '9' && current == '0' : previous == '0' && current == '9';
            if (current - previous != step && !wraps) {
                return false;
            }
        }
        return true;
    }

    private static String withoutOwn(String plain, String name, String email) {
        String rest = plain;
        for (String own : (name + " " + email).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (own.length() >= TELLING) {
                rest = rest.replace(own, "");
            }
        }
        return rest;
    }

    private static String trimmed(String text) {
        return text.replaceAll("^[^\\p{L}@$]+|[^\\p{L}$]+$", "");
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}]+", "");
    }

    private static String lookalikes(String text) {
        return text.chars()
                .mapToObj(character -> String.valueOf(LOOKALIKES.getOrDefault((char) character, (char) character)))
                .collect(Collectors.joining());
    }

    private static Set<String> read(String file) {
        try (InputStream stream = Objects.requireNonNull(PasswordRules.class.getResourceAsStream(file));
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}

package org.collegium.credentials.templates;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one certificate says where its design has placeholders.
 *
 * @param language of the design that is used, BCP 47
 * @param until the day on which it expires, empty when it does not
 * @param result how much work it was and how it was done, as sentences
 * @param hours of work, as a number in words of the language
 * @param score mean of the quizzes in percent, empty without
 * @param address where it is verified, with the scheme
 * @param heard what a screen reader says of the code of dots
 * @param check the sentence before the address where the design has none of its own
 */
public record Filling(
        String language,
        String recipient,
        String course,
        String partner,
        String date,
        String until,
        String result,
        String hours,
        String score,
        List<String> skills,
        String code,
        String address,
        String heard,
        String check,
        String title) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]{0,40}+)}");

    /** What may stand in braces. */
    public static final Set<String> KNOWN =
            new TreeSet<>(Set.of("recipient", "course", "partner", "date", "hours", "score", "skills", "code"));

    public Filling {
        skills = List.copyOf(skills);
    }

    /** A text with what this certificate says in the place of its placeholders; unknown ones stay as they are. */
    String fill(String text) {
        Map<String, String> values = Map.of(
                "recipient", recipient,
                "course", course,
                "partner", partner,
                "date", date,
                "hours", hours,
                "score", score,
                "skills", String.join(", ", skills),
                "code", code);
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.getOrDefault(found.group(1).strip(), found.group())));
    }

    /** Names in braces that mean nothing. */
    static List<String> unknown(String text) {
        return named(text).filter(name -> !KNOWN.contains(name)).toList();
    }

    static boolean names(String text, String placeholder) {
        return named(text).anyMatch(placeholder::equals);
    }

    private static Stream<String> named(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1).strip());
    }
}

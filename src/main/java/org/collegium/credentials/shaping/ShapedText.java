package org.collegium.credentials.shaping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the words of a page that the library that prints it cannot shape, and puts elements in their place. {@link ShapedDrawer}
 * draws these, {@link ShapedTags} says what they read.
 */
public final class ShapedText {

    /** The attribute of an element that stands for a word: which font shapes it, or nothing for that of Latin letters. */
    static final String FONT = "data-shaped";

    /** Stands before the text that is heard instead of the drawing. */
    static final String SAID = "\u2063";

    /** How far the element reaches below the base line, in parts of the size of the text: less than a line does. */
    static final double BELOW = 0.25;

    /** The space between a word and Arabic or Hebrew belongs to the word, else it would be taken to the far side of these. */
    private static final String BEFORE = "(?:(?<=[\\p{IsArabic}\\p{IsHebrew}]) )?+";

    private static final String AFTER = "(?: (?=[\\p{IsArabic}\\p{IsHebrew}]))?+";

    /** Signs that no line may part from a word; all fonts have them. */
    private static final String OPENING = "[(\\[]*+";

    private static final String CLOSING = "[)\\],.:!?-]*+";

    private static final int LONG = 12;

    private static final Pattern PARTS = Pattern.compile(
            "(?<other><style\\b.*?</style>|<title\\b.*?</title>|<svg\\b.*?</svg>|<[^>]*+>)|[^<]++", Pattern.DOTALL);
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private ShapedText() {}

    /** Scripts with rules that the library does not know. */
    private enum Script {
        DEVANAGARI("NotoSerifDevanagari", of("Devanagari")),
        BENGALI("NotoSerifBengali", of("Bengali")),
        TAMIL("NotoSansTamil", of("Tamil")),
        TELUGU("NotoSerifTelugu", of("Telugu")),
        /** Where a letter bears two marks, or one and the vowel am. */
        THAI(
                "NotoSansThai",
                "(?<!\\p{IsThai})(?=\\p{IsThai}*?[\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E][\\u0E31\\u0E33-\\u0E3A\\u0E47-\\u0E4E])\\p{IsThai}++"),
        /** Where a mark is left over when letters and marks are composed. */
        LATIN(
                "",
                "(?<![\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}])(?=[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}]++\\p{IsInherited})[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsInherited}]++");

        private final String font;
        private final Pattern word;

        Script(String font, String word) {
            this.font = font;
            this.word = Pattern.compile(BEFORE + OPENING + word + CLOSING + AFTER);
        }

        private static String of(String name) {
            return "\\p{Is%s}[\\p{Is%s}\\p{IsInherited}]*+".formatted(name, name);
        }
    }

    /** The page with an element in place of each such word. */
    public static String marked(String html) {
        if (html.codePoints().noneMatch(ShapedText::suspect)) {
            return html;
        }
        return PARTS.matcher(html)
                .replaceAll(part -> Matcher.quoteReplacement(part.group("other") != null ? part.group() : text(part)));
    }

    private static boolean suspect(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case DEVANAGARI, BENGALI, TAMIL, TELUGU, THAI, INHERITED -> true;
            default -> false;
        };
    }

    private static String text(MatchResult part) {
        String text = part.group();
        for (Script script : Script.values()) {
            text = script.word
                    .matcher(text)
                    .replaceAll(word -> Matcher.quoteReplacement(element(word.group(), script)));
        }
        return text;
    }

    private static String element(String word, Script script) {
        return pieces(word).stream()
                .map(piece ->
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" %s=\"%s\" alt=\"%s%s\" style=\"display:inline-block;vertical-align:-%sem\"></svg>"
                                .formatted(FONT, script.font, SAID, piece, BELOW))
                .collect(Collectors.joining());
    }

    /** A very long word in parts, so that it finds room on more than one line. */
    private static List<String> pieces(String word) {
        List<String> clusters =
                CLUSTER.matcher(word).results().map(MatchResult::group).toList();
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < clusters.size(); from += LONG) {
            pieces.add(String.join("", clusters.subList(from, Math.min(clusters.size(), from + LONG))));
        }
        return pieces;
    }

    /** What an element says. */
    static Optional<String> said(String alternative) {
        return alternative.startsWith(SAID) ? Optional.of(alternative.substring(SAID.length())) : Optional.empty();
    }
}

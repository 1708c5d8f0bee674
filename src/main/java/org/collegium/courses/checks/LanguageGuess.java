package org.collegium.courses.checks;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells the language of a text by the words that each language cannot do without, as a first look does (M. D. Dunning,
 * Statistical identification of language, 1994, compares such methods); where it is unsure, or does not know the language
 * that was said, it says nothing.
 */
public final class LanguageGuess {

    private static final int FEWEST_WORDS = 60;

    /** In running text of these languages about a third of the words are among theirs. */
    private static final double LEAST_SHARE = 0.15;

    /** By so much the words of another language must be more. */
    private static final double CLEARLY = 2;

    /** By so much they must be more where nothing is said. */
    private static final double NOTABLY = 1.3;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}]++");

    private static final Map<String, Set<String>> WORDS = Map.of(
            "en",
                    words(
                            "the of and to in is that for it with as are be on this by not from or which have has was an at"),
            "es", words("de la que el en y los se del las un por con una su para es al lo como más pero sus le"),
            "fr", words("de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il"),
            "de", words("der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an"),
            "it", words("di e il la che in un a per è una sono con non del si da come le dei nel alla più anche"),
            "pt", words("de a o que e do da em um para é com não uma os no se na por mais as dos como mas"),
            "nl", words("de het een en van in is dat op te zijn voor met die niet aan er om ook als bij door"),
            "sv", words("och i att det som en på är av för med den till inte om ett har de kan vi från eller"),
            "da", words("og i at det er en til på af for med den der ikke som de et har kan fra vil eller om"),
            "fi", words("ja on ei se että oli ole mutta kun niin tai jos myös kuin joka voi ovat sen sekä hän tämä"));

    private static final Map<UnicodeScript, Set<String>> SCRIPTS = Map.of(
            UnicodeScript.HAN, Set.of("zh", "ja", "ko"),
            UnicodeScript.HIRAGANA, Set.of("ja"),
            UnicodeScript.HANGUL, Set.of("ko"),
            UnicodeScript.ARABIC, Set.of("ar", "fa", "ur", "ps", "ku", "ug"),
            UnicodeScript.HEBREW, Set.of("he", "yi"),
            UnicodeScript.GREEK, Set.of("el"),
            UnicodeScript.DEVANAGARI, Set.of("hi", "mr", "ne", "sa"),
            UnicodeScript.CYRILLIC, Set.of("ru", "uk", "bg", "sr", "mk", "be", "kk", "mn", "ky", "tg"));

    private LanguageGuess() {}

    /**
     * Which language a text is in, when it is clearly another one than was said.
     *
     * @param said two or three letters (ISO 639)
     * @return two letters, or the name of the script where that alone is known
     */
    public static Optional<String> of(String text, String said) {
        Optional<UnicodeScript> script = script(text);
        if (script.isPresent() && script.get() != UnicodeScript.LATIN) {
            Set<String> written = SCRIPTS.getOrDefault(script.get(), Set.of());
            return written.isEmpty() || written.contains(said)
                    ? Optional.empty()
                    : Optional.of(written.size() == 1 ? written.iterator().next() : name(script.get()));
        }
        Map<String, Double> shares = shares(text);
        String first = shares.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(said);
        double most = shares.getOrDefault(first, 0.0);
        boolean latinNever =
                SCRIPTS.values().stream().anyMatch(written -> written.contains(said) && !said.equals("sr"));
        double own = shares.getOrDefault(said, latinNever ? 0.0 : 1.0);
        return most >= LEAST_SHARE && most >= CLEARLY * own ? Optional.of(first) : Optional.empty();
    }

    /** Which language a text is in, where that is clear without being told; two letters. */
    public static Optional<String> of(String text) {
        Optional<UnicodeScript> script = script(text);
        if (script.isPresent() && script.get() != UnicodeScript.LATIN) {
            Set<String> written = SCRIPTS.getOrDefault(script.get(), Set.of());
            return script.get() == UnicodeScript.HAN
                    ? Optional.of("zh")
                    : written.stream().findFirst().filter(_ -> written.size() == 1);
        }
        Map<String, Double> shares = shares(text);
        return shares.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() >= LEAST_SHARE)
                .filter(most -> shares.entrySet().stream()
                        .allMatch(other ->
                                other.getKey().equals(most.getKey()) || other.getValue() * NOTABLY <= most.getValue()))
                .map(Map.Entry::getKey);
    }

    private static Map<String, Double> shares(String text) {
        String[] words = BETWEEN.split(text.toLowerCase(Locale.ROOT));
        Map<String, Double> shares = new TreeMap<>();
        if (words.length >= FEWEST_WORDS) {
            WORDS.forEach((language, known) -> shares.put(
                    language,
                    (double) Arrays.stream(words).filter(known::contains).count() / words.length));
        }
        return shares;
    }

    /** The script of most letters, when there are enough. */
    private static Optional<UnicodeScript> script(String text) {
        Map<UnicodeScript, Integer> letters = new HashMap<>();
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        return letters.entrySet().stream()
                .filter(script -> all >= FEWEST_WORDS && script.getValue() * 2 > all)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String name(UnicodeScript script) {
        String name = script.name().toLowerCase(Locale.ROOT);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}

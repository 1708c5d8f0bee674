package org.collegium.assessment;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in two braces in a text: {@code {{name}}}. */
final class Placeholders {

    private static final Pattern FORM = Pattern.compile("\\{\\{([^{}\n]{1,500}+)}}");

    private Placeholders() {}

    /** One of them: what is between the braces, and where it begins in the text. */
    record Found(String content, int start) {}

    static List<Found> in(String text) {
        return FORM.matcher(text)
                .results()
                .map(found -> new Found(found.group(1).strip(), found.start()))
                .toList();
    }

    /** The text with each of them replaced. */
    static String replaced(String text, Function<String, String> by) {
        Function<MatchResult, String> one =
                found -> Matcher.quoteReplacement(by.apply(found.group(1).strip()));
        return FORM.matcher(text).replaceAll(one);
    }
}

package org.collegium.courses.imports.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps pieces of a text away from those who make Markdown of it: a sign that nobody types stands for each until they are put back. */
final class Marks {

    private static final char BEGIN = '\uE000';
    private static final char END = '\uE001';
    private static final Pattern MARK = Pattern.compile(BEGIN + "(\\d{1,4}+)" + END);

    private final List<String> pieces = new ArrayList<>();

    String put(String piece) {
        pieces.add(piece);
        return BEGIN + String.valueOf(pieces.size() - 1) + END;
    }

    String open(String text) {
        return MARK.matcher(text).replaceAll(found -> {
            int number = Integer.parseInt(found.group(1));
            return number < pieces.size() ? Matcher.quoteReplacement(pieces.get(number)) : "";
        });
    }
}

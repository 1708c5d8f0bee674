package org.collegium.source;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The English texts of faults, from the same message file that the screens translate. */
final class FaultTexts {

    private static final int LONGEST = 200;
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("messages.import", Locale.ROOT);

    private FaultTexts() {}

    static String reason(String code, List<String> arguments) {
        return text("import." + code + ".reason", arguments);
    }

    static String remedy(String code, List<String> arguments) {
        return text("import." + code + ".remedy", arguments);
    }

    /** What came from outside, fit to be shown: no control characters, not endless. */
    static List<String> printable(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> printable(argument.toString()))
                .toList();
    }

    static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            shown.appendCodePoint(hidden ? '\uFFFD' : c);
        });
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
    }

    private static String text(String key, List<String> arguments) {
        try {
            return new MessageFormat(TEXTS.getString(key), Locale.ROOT).format(arguments.toArray());
        } catch (MissingResourceException _) {
            return key + " " + arguments;
        }
    }
}

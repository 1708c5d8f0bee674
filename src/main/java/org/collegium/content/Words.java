package org.collegium.content;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The few words that rendering adds to a text, in the language of the text. */
final class Words {

    private static final String BUNDLE = "messages.content";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    Words(Locale language) {
        bundle = ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK);
    }

    String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    String getOr(String key, String otherwise) {
        try {
            return get(key);
        } catch (MissingResourceException absent) {
            return otherwise;
        }
    }
}

package org.collegium.courses;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags of BCP 47, such as {@code en} or {@code pt-BR}. */
final class LanguageTag {

    private LanguageTag() {}

    /** As it is usually written; empty when it is none. */
    static Optional<String> of(String language) {
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(language.strip()).build();
            return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException unreadable) {
            return Optional.empty();
        }
    }
}

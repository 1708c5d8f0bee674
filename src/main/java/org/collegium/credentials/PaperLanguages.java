package org.collegium.credentials;

import java.util.Locale;
import java.util.Set;
import org.collegium.shared.messages.Messages;
import org.springframework.stereotype.Component;

/**
 * The languages in which certificates and transcripts say what the platform says on them; more than those of the pages for whoever
 * learns here.
 */
@Component
public class PaperLanguages {

    private static final String WORDS = "credentials-paper";
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar");

    private final Messages messages;

    PaperLanguages(Messages messages) {
        this.messages = messages;
    }

    /** The one that is wanted where there are words in it, else English. */
    public Locale of(Locale wanted) {
        return messages.languages(WORDS).stream()
                .filter(known -> known.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** @param tag BCP 47 */
    public Locale of(String tag) {
        return of(Locale.forLanguageTag(tag));
    }

    /** Whether it is written from right to left. */
    public static boolean isRightToLeft(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage());
    }
}

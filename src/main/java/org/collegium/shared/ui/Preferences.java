package org.collegium.shared.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.collegium.shared.messages.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a browser remembers without a session: light or dark, and the language. */
@Component("preferences")
public class Preferences {

    static final String SCHEME = "scheme";
    static final String LANGUAGE = "language";

    private static final List<String> SCHEMES = List.of("light", "dark");
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    private final Messages messages;

    Preferences(Messages messages) {
        this.messages = messages;
    }

    /** {@code light} or {@code dark}; empty when the system decides. */
    public Optional<String> scheme(HttpServletRequest request) {
        return cookie(request.getCookies(), SCHEME).filter(SCHEMES::contains);
    }

    /** The chosen language, else the first of the browser's languages that we speak, else English. */
    public Locale language(HttpServletRequest request) {
        List<Locale> spoken = messages.languages();
        return cookie(request.getCookies(), LANGUAGE)
                .map(Locale::forLanguageTag)
                .filter(spoken::contains)
                .or(() -> fromBrowser(request, spoken))
                .orElse(Locale.ENGLISH);
    }

    /** Whether the language is written from right to left. */
    static boolean rightToLeft(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage());
    }

    /** Whether there are texts in this language. */
    boolean speaks(Locale language) {
        return messages.languages().contains(language);
    }

    private static Optional<Locale> fromBrowser(HttpServletRequest request, List<Locale> spoken) {
        String wanted = request.getHeader("Accept-Language");
        if (wanted == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(wanted), spoken));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> cookie(Cookie @Nullable [] cookies, String name) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}

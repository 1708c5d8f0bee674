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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a browser remembers without a session: light or dark, and the language. */
@Component("preferences")
public class Preferences {

    static final String SCHEME = "scheme";
    static final String LANGUAGE = "language";

    private static final List<String> SCHEMES = List.of("light", "dark");
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    private final Messages messages;
    private final List<PageLanguages> pages;

    Preferences(Messages messages, ObjectProvider<PageLanguages> pages) {
        this.messages = messages;
        this.pages = pages.stream().toList();
    }

    /** {@code light} or {@code dark}; empty when the system decides. */
    public Optional<String> scheme(HttpServletRequest request) {
        return cookie(request.getCookies(), SCHEME).filter(SCHEMES::contains);
    }

    /**
     * The chosen language, else the first of the browser's languages that we speak, else English; with the country that
     * the browser names for it, so that dates are written as people there write them. On pages that speak more languages the
     * address may choose.
     */
    public Locale language(HttpServletRequest request) {
        Optional<List<Locale>> ofPage = ofPage(request);
        List<Locale> spoken = ofPage.orElseGet(messages::languages);
        List<Locale.LanguageRange> wanted = wanted(request);
        Locale language = ofPage.flatMap(more -> inAddress(request))
                .or(() -> cookie(request.getCookies(), LANGUAGE))
                .map(Locale::forLanguageTag)
                .filter(spoken::contains)
                .or(() -> Optional.ofNullable(Locale.lookup(wanted, spoken)))
                .orElse(Locale.ENGLISH);
        return wanted.stream()
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .filter(here -> here.getLanguage().equals(language.getLanguage()))
                .filter(here -> !here.getCountry().isEmpty())
                .map(here -> Locale.of(here.getLanguage(), here.getCountry()))
                .findFirst()
                .orElse(language);
    }

    /** The languages of a page that speaks more than the platform; empty for others. */
    Optional<List<Locale>> ofPage(HttpServletRequest request) {
        String place = request.getRequestURI();
        return pages.stream()
                .filter(page -> page.covers(place))
                .findFirst()
                .map(page -> messages.languages(page.texts()));
    }

    /** The language that the address asks for, so that a link leads to a page in it without a cookie. */
    static Optional<String> inAddress(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(LANGUAGE));
    }

    /** Whether the language is written from right to left. */
    static boolean rightToLeft(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage());
    }

    /** Whether there are texts in this language. */
    boolean speaks(Locale language) {
        return messages.languages().contains(language);
    }

    private static List<Locale.LanguageRange> wanted(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
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

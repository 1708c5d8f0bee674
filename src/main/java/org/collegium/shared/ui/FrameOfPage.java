package org.collegium.shared.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every server-rendered page the model attributes {@code frame}, {@code nav} and {@code site}. */
@ControllerAdvice
class FrameOfPage {

    private final Preferences preferences;
    private final SiteFiles files;
    private final Frame spaces;

    FrameOfPage(Preferences preferences, SiteFiles files, Frame spaces) {
        this.preferences = preferences;
        this.files = files;
        this.spaces = spaces;
    }

    @ModelAttribute("nav")
    Frame nav() {
        return spaces;
    }

    @ModelAttribute("site")
    SiteFiles site() {
        return files;
    }

    @ModelAttribute("frame")
    Attributes frame(HttpServletRequest request) {
        Locale language = preferences.language(request);
        return new Attributes(
                placeOf(request),
                preferences.scheme(request).orElse(null),
                language.toLanguageTag(),
                Preferences.rightToLeft(language) ? "rtl" : "ltr",
                links(request),
                kept(request));
    }

    /** Pages that speak more languages than the platform name the language in their address; others remember it. */
    private List<LanguageLink> links(HttpServletRequest request) {
        return preferences
                .ofPage(request)
                .map(more -> more.stream()
                        .map(language -> new LanguageLink(language, here(request, language)))
                        .toList())
                .orElseGet(() -> spaces.languages().stream()
                        .map(language -> new LanguageLink(language, "/language?to=" + language.toLanguageTag()))
                        .toList());
    }

    private static String here(HttpServletRequest request, Locale language) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(Preferences.LANGUAGE, language.toLanguageTag())
                .build()
                .toUriString();
    }

    private @Nullable String kept(HttpServletRequest request) {
        return preferences
                .ofPage(request)
                .flatMap(
                        more -> Preferences.inAddress(request).filter(tag -> more.contains(Locale.forLanguageTag(tag))))
                .orElse(null);
    }

    /** A language that one can choose, and where. */
    record LanguageLink(Locale language, String address) {

        public String tag() {
            return language.toLanguageTag();
        }

        public String name() {
            return language.getDisplayLanguage(language);
        }
    }

    /** The path one asked for, also while an error is shown for it. */
    private static String placeOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /**
     * What the frame's template reads.
     *
     * @param scheme {@code light}, {@code dark} or null when the system decides
     * @param kept the language that the address asks for, which links to pages with the same languages go on asking for
     */
    record Attributes(
            String place,
            @Nullable String scheme,
            String language,
            String direction,
            List<LanguageLink> languages,
            @Nullable String kept) {

        /** A page with the same languages, in the language that was asked for. */
        public String to(String path) {
            return kept == null ? path : path + "?" + Preferences.LANGUAGE + "=" + kept;
        }

        /** The mark as SVG text. */
        public String mark() {
            return Mark.SVG;
        }

        /** One of {@link Illustration} as SVG text. */
        public String drawing(String name) {
            return Illustration.valueOf(name).svg();
        }
    }
}

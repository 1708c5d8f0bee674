package org.collegium.shared.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

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
                Preferences.rightToLeft(language) ? "rtl" : "ltr");
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
     */
    record Attributes(String place, @Nullable String scheme, String language, String direction) {

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

package org.collegium.shared.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every server-rendered page the model attribute {@code frame}. */
@ControllerAdvice
class FrameOfPage {

    private final Preferences preferences;

    FrameOfPage(Preferences preferences) {
        this.preferences = preferences;
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
    record Attributes(String place, @Nullable String scheme, String language, String direction) {}
}

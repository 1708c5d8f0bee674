package org.collegium.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * A form that was sent without a valid token, as after deleting cookies or from a tab that stayed open over night, and is
 * shown once more with what was typed. Passwords are not kept.
 */
public final class FormAgain {

    private static final String MARK = FormAgain.class.getName();

    private FormAgain() {}

    static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    /** Whether this request shows a form once more. */
    public static boolean isShown(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    /** What was typed into a field; empty when the form is shown for the first time. */
    public static String typed(HttpServletRequest request, String field) {
        return isShown(request)
                ? Optional.ofNullable(request.getParameter(field)).orElse("")
                : "";
    }
}

package org.collegium.identity.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.collegium.identity.security.FormAgain;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.messages.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the forms of strangers have in common: a broken rule becomes a text at its field. */
@Component
class Forms {

    /** Where errors go that belong to no field. */
    static final String WHOLE = "form";

    private static final Map<String, String> FIELDS = Map.of(
            "identity.name", "name",
            "identity.email", "email",
            "shared.email", "email",
            "identity.password", "password",
            "identity.terms", "terms");

    private final Messages messages;

    Forms(Messages messages) {
        this.messages = messages;
    }

    /** Texts by field, in the order in which they are shown. */
    Map<String, String> none() {
        return new LinkedHashMap<>();
    }

    /** What is wrong when a form opens: nothing, or that it could not be sent. */
    Map<String, String> whenOpened(HttpServletRequest request, Locale locale) {
        Map<String, String> errors = none();
        if (FormAgain.isShown(request)) {
            errors.put(WHOLE, text("identity.form.again", locale));
        }
        return errors;
    }

    void add(Map<String, String> errors, RuleViolation violation, Locale locale) {
        String prefix = violation.code().substring(0, violation.code().lastIndexOf('.'));
        errors.putIfAbsent(
                FIELDS.getOrDefault(prefix, WHOLE),
                text(violation.code(), locale, violation.arguments().toArray()));
    }

    /** Says how long to wait, as text and to programs. */
    void mustWait(Map<String, String> errors, Duration time, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds() + 1));
        errors.put(WHOLE, waiting(time, locale));
    }

    String waiting(Duration time, Locale locale) {
        long seconds = time.toSeconds() + 1;
        return seconds <= 90
                ? text("identity.wait.seconds", locale, seconds)
                : text("identity.wait.minutes", locale, (seconds + 59) / 60);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

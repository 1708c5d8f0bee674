package org.collegium.messaging;

import java.util.Locale;
import java.util.Map;
import org.collegium.identity.AccountId;
import org.collegium.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A mail to send.
 *
 * @param account whose mail it is, so that it goes with the account; null for people without one
 * @param template name of the pair {@code templates/mail/NAME.html} and {@code NAME.txt}; the subject is the text with the
 *     key {@code mail.NAME.subject}
 * @param arguments what the templates read; {@code subject} is given to the text of the subject as its argument {0}
 */
public record MailMessage(
        @Nullable AccountId account, EmailAddress to, String template, Map<String, Object> arguments, Locale locale) {

    public MailMessage {
        if (!template.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Not the name of a template: " + template);
        }
        arguments = Map.copyOf(arguments);
    }
}

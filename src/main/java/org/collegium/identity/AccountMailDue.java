package org.collegium.identity;

import java.util.Locale;
import java.util.Map;
import org.collegium.shared.EmailAddress;

/**
 * A mail about an account is to be sent; the module that sends mails listens in the current transaction.
 *
 * @param template name of the template below {@code templates/mail/}, for instance {@code identity-confirm}
 * @param arguments what the template reads
 */
public record AccountMailDue(
        AccountId account, EmailAddress to, Locale locale, String template, Map<String, Object> arguments) {

    public AccountMailDue {
        arguments = Map.copyOf(arguments);
    }
}

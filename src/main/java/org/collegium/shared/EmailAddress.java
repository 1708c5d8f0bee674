package org.collegium.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address, kept in lower case: 3 to 254 characters with one {@code @} and a domain. */
public record EmailAddress(String value) {

    private static final String PART = "[^@\\s\\p{C}\\p{Z},;<>\"()";
    private static final Pattern SYNTAX = Pattern.compile(PART + "]{1,64}@(?:" + PART + ".]+\\.)+" + PART + ".]{2,}");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() < 3 || value.length() > 254) {
            throw new RuleViolation("shared.email.length", value.length());
        }
        if (!SYNTAX.matcher(value).matches()) {
            throw new RuleViolation("shared.email.syntax", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

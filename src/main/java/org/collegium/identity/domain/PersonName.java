package org.collegium.identity.domain;

import java.util.regex.Pattern;
import org.collegium.shared.RuleViolation;

/**
 * What a person wants to be called: 1 to 200 characters in one line, a letter or digit among them, and none that turn the
 * direction of what stands around. What looks like an address of the web is refused, because names stand in mails. The first mail to an address has no name in it: anybody can have it sent to anybody.
 */
public record PersonName(String value) {

    private static final Pattern REFUSED =
            Pattern.compile("[<>\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069]|://|www\\.", Pattern.CASE_INSENSITIVE);
    private static final Pattern TELLING = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    public PersonName {
        value = SPACES.matcher(value.strip()).replaceAll(" ");
        if (!TELLING.matcher(value).find()) {
            throw new RuleViolation("identity.name.empty");
        }
        if (value.length() > 200) {
            throw new RuleViolation("identity.name.long", value.length());
        }
        if (REFUSED.matcher(value).find()) {
            throw new RuleViolation("identity.name.syntax");
        }
    }
}

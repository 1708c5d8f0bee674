package org.collegium.shared;

import java.util.regex.Pattern;

/** A stable key that people see in addresses and files: 1 to 64 lower-case letters, digits and single hyphens. */
public record Slug(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Slug {
        if (value.isEmpty() || value.length() > 64) {
            throw new RuleViolation("shared.slug.length", value.length());
        }
        if (!SYNTAX.matcher(value).matches()) {
            throw new RuleViolation("shared.slug.syntax", value);
        }
    }

    /** Whether a text is such a key, for addresses that anybody may have typed. */
    public static boolean isOne(String text) {
        return !text.isEmpty() && text.length() <= 64 && SYNTAX.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.collegium.identity;

import org.jspecify.annotations.Nullable;

/**
 * Which people are asked for.
 *
 * @param text part of the name or beginning of the e-mail address; blank for all
 * @param role a role on the platform that they hold, null for any
 */
public record PeopleFilter(String text, @Nullable Role role) {

    public PeopleFilter {
        text = text.strip();
    }

    public static PeopleFilter everybody() {
        return new PeopleFilter("", null);
    }
}

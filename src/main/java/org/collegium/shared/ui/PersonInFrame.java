package org.collegium.shared.ui;

import java.util.Locale;
import java.util.Optional;

/** Says who is signed in; identity answers. Reading it never creates a session. */
public interface PersonInFrame {

    Optional<Person> current();

    /**
     * The person as the frame shows them.
     *
     * @param name the name they want to be called by
     */
    record Person(String name, String email) {

        /** The first letters of the first and the last word of the name. */
        public String initials() {
            String[] words = name.strip().split("\\s+");
            String first = words[0].substring(0, words[0].offsetByCodePoints(0, Math.min(1, words[0].length())));
            String last = words.length == 1 ? "" : words[words.length - 1].substring(0, 1);
            return (first + last).toUpperCase(Locale.ROOT);
        }
    }
}

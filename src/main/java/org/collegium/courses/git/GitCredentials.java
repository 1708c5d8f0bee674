package org.collegium.courses.git;

import java.util.regex.Pattern;
import org.collegium.shared.Rules;

/**
 * With which the platform signs in to a Git server by https.
 *
 * @param user name that the server asks for; many take any
 * @param token that lets read, and write where courses are sent back
 */
record GitCredentials(String user, String token) implements GitSignIn {

    static final int LONGEST_USER = 200;
    static final int LONGEST_TOKEN = 1000;

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]++");

    /** @throws org.collegium.shared.RuleViolation that names each part which cannot be used */
    GitCredentials {
        user = user.strip();
        token = token.strip();
        new Rules()
                .that(
                        user.length() <= LONGEST_USER && !user.contains(":") && (user.isEmpty() || printable(user)),
                        "courses.git.user.wrong",
                        LONGEST_USER)
                .that(token.length() <= LONGEST_TOKEN && printable(token), "courses.git.token.wrong", LONGEST_TOKEN)
                .hold();
    }

    private static boolean printable(String text) {
        return PRINTABLE.matcher(text).matches();
    }

    /** Without the token, so that none gets into a log. */
    @Override
    public String toString() {
        return "GitCredentials[" + user + "]";
    }
}

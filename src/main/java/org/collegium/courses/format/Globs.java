package org.collegium.courses.format;

import java.util.regex.Pattern;

/** Patterns of paths: a star is any part of a name, two stars are any folders. */
public final class Globs {

    /** More stars than this are taken as they stand, so that no pattern takes long to match. */
    private static final int MOST_STARS = 4;

    private Globs() {}

    public static Pattern compile(String glob) {
        if (glob.replace("**", "*").chars().filter(c -> c == '*').count() > MOST_STARS) {
            return Pattern.compile(Pattern.quote(glob));
        }
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}

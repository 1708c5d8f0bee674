package org.collegium.courses.format;

import java.util.regex.Pattern;

/** Patterns of paths: a star is any part of a name, two stars are any folders. */
final class Globs {

    private Globs() {}

    static Pattern compile(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:[^/]+/)*+");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*+");
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

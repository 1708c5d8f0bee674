package org.collegium.content;

import java.util.regex.Pattern;

/** Text as programs print it on a terminal, made plain. */
final class TerminalText {

    private static final Pattern ESCAPE =
            Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|[@-Z\\\\^_])");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private TerminalText() {}

    /** Without colours and control characters; of lines that were overwritten only what was left on the screen. */
    static String plain(String printed) {
        String text = ESCAPE.matcher(printed).replaceAll("").replace("\r\n", "\n");
        if (text.indexOf('\r') >= 0 || text.indexOf('\b') >= 0) {
            text = overwritten(text);
        }
        return CONTROL.matcher(text).replaceAll("");
    }

    private static String overwritten(String text) {
        StringBuilder plain = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            String left = line;
            while (left.endsWith("\r")) {
                left = left.substring(0, left.length() - 1);
            }
            plain.append(left.substring(left.lastIndexOf('\r') + 1)).append('\n');
        }
        plain.setLength(plain.length() - 1);
        StringBuilder screen = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c != '\b') {
                screen.append(c);
            } else if (!screen.isEmpty() && screen.charAt(screen.length() - 1) != '\n') {
                screen.setLength(screen.length() - 1);
            }
        }
        return screen.toString();
    }
}

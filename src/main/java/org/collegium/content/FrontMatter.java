package org.collegium.content;

import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A text without its front matter.
 *
 * @param body the text with the lines of the front matter left empty, so that all others keep their numbers
 * @param title given there, or empty
 * @param problem why it could not be read, or empty
 */
record FrontMatter(String body, String title, String problem) {

    private static final int LONGEST = 20_000;

    static FrontMatter of(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST));
        int start = head.startsWith("\uFEFF") ? 1 : 0;
        if (!head.startsWith("---", start)) {
            return new FrontMatter(text.substring(start), "", "");
        }
        int end = end(head, start);
        if (end < 0) {
            return new FrontMatter(text.substring(start), "", "");
        }
        String block = head.substring(start, end);
        String body = block.replaceAll("[^\\n]", "") + text.substring(end);
        int first = block.indexOf('\n') + 1;
        int last = block.stripTrailing().lastIndexOf('\n') + 1;
        try {
            return new FrontMatter(body, title(block.substring(first, Math.max(first, last))), "");
        } catch (YamlEngineException malformed) {
            String message = Objects.requireNonNullElse(malformed.getMessage(), "");
            return new FrontMatter(body, "", message.lines().findFirst().orElse(""));
        }
    }

    private static int end(String head, int start) {
        int line = head.indexOf('\n', start) + 1;
        if (line == 0 || !head.substring(start, line).strip().equals("---")) {
            return -1;
        }
        while (line > 0 && line < head.length()) {
            int next = head.indexOf('\n', line) + 1;
            String text = head.substring(line, next == 0 ? head.length() : next).strip();
            if (text.equals("---") || text.equals("...")) {
                return next == 0 ? head.length() : next;
            }
            line = next;
        }
        return -1;
    }

    private static String title(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setMaxAliasesForCollections(10)
                .setCodePointLimit(LONGEST)
                .build();
        return new Load(settings).loadFromString(yaml) instanceof Map<?, ?> map
                        && map.get("title") instanceof String title
                ? title.strip()
                : "";
    }
}

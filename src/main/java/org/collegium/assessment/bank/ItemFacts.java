package org.collegium.assessment.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.collegium.assessment.FirstWords;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a list shows of a question, and what a search looks at.
 *
 * @param title the first words of the stem
 * @param words of the stem and of what is chosen from
 */
record ItemFacts(
        String key,
        String kind,
        String title,
        String words,
        List<String> tags,
        List<String> skills,
        @Nullable String difficulty) {

    private static final int MOST_WORDS = 4_000;
    private static final int MOST = 40;

    private static final List<String> SPOKEN = List.of("stem", "options", "prompts", "text", "gaps", "explanation");

    /** The facts of a question that was read without an error. */
    static ItemFacts of(String yaml) {
        JsonNode root = YamlSource.read(SourceFile.of(ItemReader.FILE, yaml), fault -> {})
                .map(YamlDocument::root)
                .orElseThrow(() -> new IllegalArgumentException("no YAML"));
        StringBuilder words = new StringBuilder();
        gather(root, words);
        String difficulty = root.path("difficulty").asString("");
        return new ItemFacts(
                root.path("key").asString(""),
                root.path("type").asString(""),
                FirstWords.of(root.path("stem").asString(""), root.path("key").asString("")),
                cut(words.toString().strip(), MOST_WORDS),
                texts(root.path("tags")),
                texts(root.path("skills")),
                difficulty.isEmpty() ? null : difficulty);
    }

    private static void gather(JsonNode node, StringBuilder words) {
        for (String name : SPOKEN) {
            JsonNode part = node.path(name);
            if (part.isString()) {
                words.append(FirstWords.plain(part.stringValue())).append(' ');
            } else {
                part.valueStream().filter(JsonNode::isObject).forEach(each -> gather(each, words));
            }
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.valueStream()
                .filter(JsonNode::isString)
                .map(text -> text.stringValue().strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty() && text.length() <= 64)
                .distinct()
                .limit(MOST)
                .forEach(texts::add);
        return List.copyOf(texts);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}

package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.assessment.Difficulty;
import org.collegium.assessment.Traits;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an item beside what it asks: by which words it is found, which skills it shows, how hard it is. Formats
 * that have words alone say skills and difficulty as such, {@code skill:distances} and {@code difficulty:hard}.
 */
final class ItemTraits {

    private static final String SKILL = "skill:";
    private static final String DIFFICULTY = "difficulty:";
    private static final int MOST = 20;

    /** Categories that Moodle makes by itself. */
    private static final Pattern SAYS_NOTHING = Pattern.compile("(?i:top|default\\b.*+|\\$.*+)$|$");

    private final Set<String> tags = new LinkedHashSet<>();
    private final Set<String> skills = new LinkedHashSet<>();
    private @Nullable Difficulty difficulty;

    /** Takes a word of another platform; empty when what it says has no place. */
    Optional<String> word(String text) {
        String word = text.strip();
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.startsWith(SKILL)) {
            return skill(word.substring(SKILL.length()));
        }
        Optional<Difficulty> said = lower.startsWith(DIFFICULTY)
                ? named(lower.substring(DIFFICULTY.length()).strip())
                : Optional.empty();
        if (said.isPresent() && difficulty == null) {
            difficulty = said.get();
            return Optional.of(lower);
        }
        return key(word, tags);
    }

    /** Takes a skill; empty when it has no place. */
    Optional<String> skill(String text) {
        return key(text.strip(), skills);
    }

    void difficulty(Difficulty said) {
        difficulty = said;
    }

    private static Optional<String> key(String text, Set<String> into) {
        String key = ItemKeys.of(text);
        boolean room = into.contains(key) || into.size() < MOST;
        if (key.isEmpty() || !room) {
            return Optional.empty();
        }
        into.add(key);
        return Optional.of(key);
    }

    private static Optional<Difficulty> named(String word) {
        return Stream.of(Difficulty.values())
                .filter(each -> word(each).equals(word))
                .findFirst();
    }

    private static String word(Difficulty difficulty) {
        return difficulty.name().toLowerCase(Locale.ROOT);
    }

    /** All of it; the last part of the category is a tag, unless that says nothing or there are enough. */
    Traits in(String category) {
        String last = category.substring(category.lastIndexOf('/') + 1).strip();
        if (!SAYS_NOTHING.matcher(last).lookingAt()) {
            key(last, tags);
        }
        return new Traits(List.copyOf(skills), List.copyOf(tags), difficulty, null, "");
    }

    /** Tags, skills and difficulty as the words that say them. */
    static List<String> words(Traits traits) {
        List<String> words = new ArrayList<>(traits.tags());
        traits.skills().forEach(skill -> words.add(SKILL + skill));
        if (traits.difficulty() != null) {
            words.add(DIFFICULTY + word(traits.difficulty()));
        }
        return words;
    }
}

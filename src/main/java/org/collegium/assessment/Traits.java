package org.collegium.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a question beside what it asks.
 *
 * @param skills keys of the skills that it shows
 * @param tags words, written like keys, by which it is found and drawn
 * @param difficulty as its author judges it; null when nothing is said
 * @param penalty the share of its points that a wrong answer costs, 0 to 1; null for what the quiz says
 * @param bank the item of the question bank that it was taken from, as {@code KEY@VERSION}; empty for none
 * @param award who gets its points
 */
public record Traits(
        List<String> skills,
        List<String> tags,
        @Nullable Difficulty difficulty,
        @Nullable Double penalty,
        String bank,
        Award award) {

    public static final Traits NONE = of(List.of());

    public Traits {
        skills = List.copyOf(skills);
        tags = List.copyOf(tags);
    }

    /** Traits of a question whose points are earned by the answer. */
    public Traits(
            List<String> skills,
            List<String> tags,
            @Nullable Difficulty difficulty,
            @Nullable Double penalty,
            String bank) {
        this(skills, tags, difficulty, penalty, bank, Award.BY_ANSWER);
    }

    /** The same with another award. */
    public Traits with(Award other) {
        return new Traits(skills, tags, difficulty, penalty, bank, other);
    }

    /** Skills, and nothing else. */
    public static Traits of(List<String> skills) {
        return new Traits(skills, List.of(), null, null, "");
    }
}

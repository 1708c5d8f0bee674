package org.collegium.assessment;

import java.util.List;
import java.util.Set;

/** A titled part of a quiz. */
public sealed interface QuizSection {

    String title();

    /** Markdown; may be empty. */
    String intro();

    /**
     * The same questions for all.
     *
     * @param questions their keys, in order
     */
    record Fixed(String title, String intro, List<String> questions) implements QuizSection {

        public Fixed {
            questions = List.copyOf(questions);
        }

        Fixed without(Set<String> keys) {
            return new Fixed(
                    title,
                    intro,
                    questions.stream().filter(key -> !keys.contains(key)).toList());
        }
    }

    /**
     * Questions that are drawn for each attempt.
     *
     * @param draw how many, 1 or more
     */
    record Drawn(String title, String intro, int draw, Pool from) implements QuizSection {}

    /**
     * What is drawn from: the questions of the quiz that stand in no section.
     *
     * @param tags a question has all of them
     * @param difficulty a question has one of them; none for whatever it has
     */
    record Pool(List<String> tags, List<Difficulty> difficulty) {

        public static final Pool ALL = new Pool(List.of(), List.of());

        public Pool {
            tags = List.copyOf(tags);
            difficulty = List.copyOf(difficulty);
        }

        boolean holds(Traits traits) {
            Difficulty own = traits.difficulty();
            return traits.tags().containsAll(tags)
                    && (difficulty.isEmpty() || (own != null && difficulty.contains(own)));
        }
    }
}

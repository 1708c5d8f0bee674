package org.collegium.assessment;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By what a person marks: of each criterion one level is chosen, and its points are given.
 *
 * @param shown whether learners read it before they answer; after marking they read it in any case
 */
public record Rubric(List<Criterion> criteria, boolean shown) implements Serializable {

    /** None; the points are given as a whole. */
    public static final Rubric NONE = new Rubric(List.of(), true);

    public Rubric {
        criteria = List.copyOf(criteria);
    }

    /**
     * One thing that is looked at.
     *
     * @param key unique within the rubric
     * @param text Markdown
     * @param levels two to nine, in the order of the file
     */
    public record Criterion(String key, String text, List<Level> levels) implements Serializable {

        public Criterion {
            levels = List.copyOf(levels);
        }

        /** The points of its best level. */
        public double most() {
            return levels.stream().mapToDouble(Level::points).max().orElse(0);
        }

        public Optional<Level> level(String key) {
            return levels.stream().filter(level -> level.key().equals(key)).findFirst();
        }
    }

    /**
     * How good it may be.
     *
     * @param key unique within the criterion
     * @param text a few words
     * @param points 0 or more
     * @param description when it applies; Markdown, may be empty
     */
    public record Level(String key, String text, double points, String description) implements Serializable {}

    public boolean none() {
        return criteria.isEmpty();
    }

    /** The points of the best level of each criterion. */
    public double most() {
        return criteria.stream().mapToDouble(Criterion::most).sum();
    }

    /** Whether each criterion has one of its levels, and nothing else is chosen. */
    public boolean complete(Map<String, String> levels) {
        return levels.size() == criteria.size()
                && criteria.stream()
                        .allMatch(criterion -> criterion
                                .level(levels.getOrDefault(criterion.key(), ""))
                                .isPresent());
    }

    /**
     * The points of levels that were chosen.
     *
     * @param levels keys of levels by criterion; what is not known gives nothing
     */
    public double points(Map<String, String> levels) {
        return criteria.stream()
                .flatMap(criterion -> criterion.level(levels.getOrDefault(criterion.key(), "")).stream())
                .mapToDouble(Level::points)
                .sum();
    }
}

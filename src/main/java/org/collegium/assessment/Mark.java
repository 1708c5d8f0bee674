package org.collegium.assessment;

import java.io.Serializable;
import java.util.Map;

/**
 * What a person gave an answer.
 *
 * @param points 0 to those of the question
 * @param levels keys of the levels that were chosen, by criterion of the rubric; empty without a rubric
 * @param comment Markdown, for the learner; may be empty
 */
public record Mark(double points, Map<String, String> levels, String comment) implements Serializable {

    public Mark {
        levels = Map.copyOf(levels);
    }
}

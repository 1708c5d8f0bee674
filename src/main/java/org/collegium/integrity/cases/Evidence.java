package org.collegium.integrity.cases;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.collegium.integrity.similarity.Passage;
import org.collegium.integrity.trace.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What a case rests on for one learner, as it was when the case was opened.
 *
 * @param share how much the texts have in common, 0 to 1; 0 without texts
 * @param code whether the texts are code
 * @param own the learner's text; empty without texts
 * @param others what the other text says in each passage, and nothing else of it
 * @param passages that the texts have in common: left is the learner's own
 * @param moments the trace of the attempt; empty where the case is about texts
 * @param attempt that it is about; null where it is about texts, which are those of the attempt before
 */
public record Evidence(
        double share,
        boolean code,
        String own,
        List<String> others,
        List<Passage> passages,
        List<Moment> moments,
        @Nullable UUID attempt)
        implements Serializable {

    public Evidence {
        others = List.copyOf(others);
        passages = List.copyOf(passages);
        moments = List.copyOf(moments);
    }
}

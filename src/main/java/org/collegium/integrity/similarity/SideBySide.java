package org.collegium.integrity.similarity;

import java.util.List;

/**
 * Two texts beside each other.
 *
 * @param part what they are of; Markdown, may be empty
 * @param passages that they have in common, in the order of the left text
 */
public record SideBySide(
        FoundPair pair, String part, Wording wording, String left, String right, List<Passage> passages) {

    public SideBySide {
        passages = List.copyOf(passages);
    }
}

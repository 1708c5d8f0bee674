package org.collegium.integrity.similarity;

import java.util.List;

/**
 * A part of a unit, of which each learner has a text.
 *
 * @param key unique within the unit
 * @param title for people; empty where the unit has one part of this wording only
 * @param base what everybody was given, which does not count
 */
record ComparedPart(String key, String title, Wording wording, List<String> base) {

    public ComparedPart {
        base = List.copyOf(base);
    }
}

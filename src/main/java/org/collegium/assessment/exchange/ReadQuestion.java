package org.collegium.assessment.exchange;

import java.util.List;
import org.collegium.assessment.Question;
import org.collegium.source.Place;

/**
 * A question that was read.
 *
 * @param title what its author called it; may be empty
 * @param category where it stood in a bank, its parts separated by slashes; may be empty
 * @param whole whether all it had was carried over
 */
public record ReadQuestion(
        Question question, String title, String category, List<String> tags, Place place, boolean whole) {

    public ReadQuestion {
        tags = List.copyOf(tags);
    }
}

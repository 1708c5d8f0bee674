package org.collegium.assessment.bank;

import java.util.List;
import org.collegium.assessment.SectionPlace;

/**
 * Where a question can be asked in a quiz.
 *
 * @param sections whether the quiz has any; without, it asks all its questions
 * @param places those of its sections that can ask the question
 */
public record PutPlaces(boolean sections, List<SectionPlace> places) {

    public static final PutPlaces WITHOUT_SECTIONS = new PutPlaces(false, List.of());

    public PutPlaces {
        places = List.copyOf(places);
    }
}

package org.collegium.demonstration;

import java.util.List;

/** The programmes of the demonstration; the fields are explained in {@code demo/programmes.yaml}. */
record ProgrammeStory(List<Told> programmes) {

    record Told(
            String slug,
            String title,
            String summary,
            String description,
            String language,
            int day,
            List<String> required,
            List<Choice> choices,
            List<Endorsement> endorsements,
            List<Held> certificates) {}

    record Choice(int least, List<String> of) {}

    record Endorsement(String partner, String by, int day, String comment) {}

    record Held(String learner, int day) {}
}

package org.collegium.assessment.ui;

import java.util.List;
import org.collegium.assessment.Answer;

/** Makes answers of what fields hold. */
final class GivenAnswers {

    /** The most characters of a text that are saved. */
    static final int LONGEST = 500;

    private GivenAnswers() {}

    /** What is saved of an answer; the field shows all that was typed and says that it is too long. */
    static Answer of(List<String> values) {
        Answer answer = new Answer(values.stream()
                .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) : value)
                .toList());
        return answer.empty() ? Answer.NONE : answer;
    }
}

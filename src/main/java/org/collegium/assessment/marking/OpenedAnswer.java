package org.collegium.assessment.marking;

import java.time.Instant;

/** What came of taking an answer onto one's desk. */
public sealed interface OpenedAnswer {

    /** It is this marker's for a while. */
    record Open(AnswerToMark answer) implements OpenedAnswer {}

    /** Somebody else has it open, at most until then. */
    record Taken(String by, Instant until) implements OpenedAnswer {}

    /** It is the marker's own, and somebody else may mark it. */
    record Own() implements OpenedAnswer {}

    /** There is no such answer in this run. */
    record Unknown() implements OpenedAnswer {}
}

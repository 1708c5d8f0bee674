package org.collegium.assessment.marking;

/** What came of giving a mark. */
public enum GivingResult {
    /** It is in force. */
    GIVEN,
    /** Somebody else has given one meanwhile, or has the answer open; nothing has changed. */
    OVERTAKEN
}

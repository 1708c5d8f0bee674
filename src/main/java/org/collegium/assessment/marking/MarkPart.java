package org.collegium.assessment.marking;

/** Which of the marks of an answer. */
public enum MarkPart {
    FIRST,
    /** By another marker, who does not see the first. */
    SECOND,
    /** By whoever decides, who sees both. */
    MODERATION
}

package org.collegium.assessment.bank;

import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What an author saves.
 *
 * @param key of the item; null for a new one, which takes the key that its question has
 * @param basedOn number of the version that was changed; 0 for a new item
 * @param yaml one question of the course format
 * @param courseKey of the course it is made for, null for none
 * @param note what is said of the change, at most 300 characters; may be empty
 */
public record ItemDraft(
        @Nullable String key,
        int basedOn,
        String yaml,
        @Nullable String courseKey,
        String note) {

    private static final int LONGEST_NOTE = 300;

    public ItemDraft {
        note = note.strip();
        if (note.length() > LONGEST_NOTE) {
            throw new RuleViolation("assessment.bank.note-too-long", LONGEST_NOTE, note.length());
        }
    }
}

package org.collegium.activity.journal;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the fields of a work are filled in where there is no way back. Only the field whose turn it is can be saved; a
 * browser goes on by saving the field {@code sitting:place:N}, where N is the number of the next one from 0. Other fields are not concerned.
 */
final class WorkSteps {

    private static final String PLACE = "sitting:place";
    private static final int DIGITS = 4;

    private final List<String> fields;

    private WorkSteps(List<String> fields) {
        this.fields = fields;
    }

    /** @param text as {@link #text} made it; null for work in any order */
    static @Nullable WorkSteps read(@Nullable String text) {
        return text == null ? null : new WorkSteps(List.of(text.split(" ")));
    }

    /** As it is kept; null where there is no order. */
    static @Nullable String text(List<String> fields) {
        return fields.isEmpty() ? null : String.join(" ", fields);
    }

    /** Whether the turn of this field is over or has not come. */
    boolean outOfTurn(String field, int step) {
        int turn = fields.indexOf(field);
        return turn >= 0 && turn != step;
    }

    /** Where a save says to go, at most behind the last field; nothing where it is about something else. */
    OptionalInt place(WorkSave save) {
        String number = save.field().equals(PLACE)
                ? save.content()
                : save.field().startsWith(PLACE + ":") ? save.field().substring(PLACE.length() + 1) : "";
        boolean readable = !number.isEmpty()
                && number.length() <= DIGITS
                && number.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        return readable ? OptionalInt.of(Math.min(Integer.parseInt(number), fields.size())) : OptionalInt.empty();
    }

    /** The field of a save that goes on to the field with this number. */
    static String place(int step) {
        return PLACE + ":" + step;
    }
}

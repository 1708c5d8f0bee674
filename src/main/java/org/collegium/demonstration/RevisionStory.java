package org.collegium.demonstration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How courses of the demonstration went on after their first version; the fields are explained in {@code demo/revisions.yaml}. */
record RevisionStory(
        List<Act> offers,
        List<Act> translations,
        List<Derivation> derivations,
        List<Revision> revisions,
        List<RollOut> rollOuts) {

    /** Something that an author does with a whole course. */
    record Act(String course, String by, int day) {}

    record Derivation(String course, String from, String partner, String by, int day, String title, String changes) {}

    record Revision(
            String course,
            String by,
            int day,
            @Nullable List<Edit> edits,
            @Nullable List<Lesson> lessons,
            @Nullable List<Move> moves) {

        List<Edit> edited() {
            return edits == null ? List.of() : edits;
        }

        List<Lesson> added() {
            return lessons == null ? List.of() : lessons;
        }

        List<Move> moved() {
            return moves == null ? List.of() : moves;
        }
    }

    record Edit(String unit, String from, String to) {}

    record Lesson(String section, String before, String title, int minutes, String text) {}

    record Move(String unit, String section, @Nullable String before) {}

    record RollOut(String run, String by, int day) {}
}

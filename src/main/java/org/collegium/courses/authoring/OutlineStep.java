package org.collegium.courses.authoring;

import java.util.List;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** Something that an author does to the outline of a draft. It names what it is about by keys, so it holds whatever others do. */
public sealed interface OutlineStep {

    /** Another section at the end. */
    record AddSection(String title) implements OutlineStep {}

    record RenameSection(String section, String title) implements OutlineStep {}

    /** @param before the section that follows; null for the end */
    record MoveSection(String section, @Nullable String before) implements OutlineStep {}

    /** With all that is in it. */
    record RemoveSection(String section) implements OutlineStep {}

    /**
     * Another unit at the end of a section.
     *
     * @param kind {@code lesson}, {@code notebook}, {@code quiz} or {@code lab}
     * @param minutes that it takes, estimated
     * @param file what is in it, under a name with the extension that its file will have
     * @param beside further files: of a lab by paths from its folder, of others from the root, which come where nothing is yet
     */
    record AddUnit(String section, String title, String kind, int minutes, SourceFile file, List<SourceFile> beside)
            implements OutlineStep {

        public AddUnit {
            beside = List.copyOf(beside);
        }

        /** A unit that is one file. */
        public AddUnit(String section, String title, String kind, int minutes, SourceFile file) {
            this(section, title, kind, minutes, file, List.of());
        }
    }

    /**
     * What the outline says of a unit.
     *
     * @param required whether completion of the course needs it
     * @param sample whether everyone may read it on the course page
     */
    record Describe(String unit, String title, boolean required, boolean sample) implements OutlineStep {}

    /**
     * A unit goes to another place, with what is nested in it.
     *
     * @param before the unit of that section that follows; null for the end
     */
    record Move(String unit, String section, @Nullable String before) implements OutlineStep {}

    /** With what is nested in it. */
    record Remove(String unit) implements OutlineStep {}
}

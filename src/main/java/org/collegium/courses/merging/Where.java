package org.collegium.courses.merging;

/**
 * Where in a course something is.
 *
 * @param unit key of the unit or section; empty for the course as a whole and for files that are no unit's
 * @param file path; empty where it is in no file
 * @param part what of it: the name of a detail, the keys that lead to a field, the number of a cell; may be empty
 */
public record Where(Kind kind, String unit, String file, String part) {

    /** What kind of thing it is. */
    public enum Kind {
        /** Something that the course says about itself. */
        DETAIL,
        /** A section or a field of it. */
        SECTION,
        /** A unit or a field of it in the outline. */
        UNIT,
        /** The order of what stands under a section or unit. */
        ORDER,
        /** Part of a text. */
        TEXT,
        /** A field of a quiz, of a lab or of the head of a text. */
        FIELD,
        /** A cell of a notebook. */
        CELL,
        /** A whole file. */
        FILE
    }

    static Where detail(String name) {
        return new Where(Kind.DETAIL, "", "", name);
    }

    static Where text(String unit, String file) {
        return new Where(Kind.TEXT, unit, file, "");
    }

    Where as(Kind other, String inner) {
        return new Where(other, unit, file, inner);
    }

    Where within(String inner) {
        return new Where(kind, unit, file, part.isEmpty() ? inner : part + " / " + inner);
    }
}

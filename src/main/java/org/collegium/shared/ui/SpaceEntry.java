package org.collegium.shared.ui;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * One entry in the navigation of a space; modules contribute them as beans.
 *
 * @param label message key of the entry's name
 * @param path absolute path of the view or page, such as {@code /studio/courses}; pages below it belong to the entry too
 * @param order position in the space, from small to large
 * @param page whether the path is a server-rendered page rather than a Vaadin view
 * @param open whether the current person may enter, asked for every page; on a phone the first five entries are shown
 * @param waiting how many things wait for the current person there, asked for every page that shows the entry; 0 for none
 */
public record SpaceEntry(
        Space space,
        String label,
        String path,
        Glyph glyph,
        int order,
        boolean page,
        BooleanSupplier open,
        IntSupplier waiting) {

    public SpaceEntry {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path begins with /: " + path);
        }
    }

    /** An entry that leads to a Vaadin view. */
    public static SpaceEntry view(
            Space space, String label, String path, Glyph glyph, int order, BooleanSupplier open) {
        return new SpaceEntry(space, label, path, glyph, order, false, open, () -> 0);
    }

    /** An entry that leads to a server-rendered page and is open to everybody. */
    public static SpaceEntry page(Space space, String label, String path, Glyph glyph, int order) {
        return new SpaceEntry(space, label, path, glyph, order, true, () -> true, () -> 0);
    }

    /** The same, with how many things wait for the current person there. */
    public SpaceEntry counting(IntSupplier things) {
        return new SpaceEntry(space, label, path, glyph, order, page, open, things);
    }

    /** Whether this entry leads to the place or to something above it. */
    boolean covers(String place) {
        return path.equals("/")
                ? place.equals("/") || place.startsWith("/courses/")
                : place.equals(path) || place.startsWith(path + "/");
    }
}

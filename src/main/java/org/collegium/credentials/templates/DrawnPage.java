package org.collegium.credentials.templates;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A certificate as it was drawn.
 *
 * @param places of the blocks, as shares of the page from 0 to 1
 * @param outside the blocks that do not fit onto the page even with smaller text
 * @param scale of its text; below 1 where long names made it smaller
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
public record DrawnPage(byte[] pdf, Map<String, Place> places, Set<String> outside, double scale) {

    public DrawnPage {
        places = Map.copyOf(places);
        outside = Set.copyOf(outside);
    }

    /** A rectangle. */
    public record Place(double left, double top, double width, double height) {}

    /** The blocks in an order that does not change. */
    public List<String> outsideInOrder() {
        return outside.stream().sorted().toList();
    }
}

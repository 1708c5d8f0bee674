package org.collegium.assessment;

import java.io.Serializable;
import java.util.List;

/**
 * What an answer got from those who marked it.
 *
 * @param points that count
 * @param marks that they follow from: one, or two of which neither knew the other
 */
public record SettledMark(double points, List<Mark> marks) implements Serializable {

    public SettledMark {
        marks = List.copyOf(marks);
    }
}

package org.collegium.courses.imports;

import java.util.List;
import org.collegium.source.Place;

/** A section as it will be written. */
public record OutlineSection(String key, String title, Place at, boolean required, List<OutlineUnit> units) {

    private static final int LONGEST_TITLE = 200;

    public OutlineSection {
        title = Prose.shortened(title, LONGEST_TITLE);
        units = List.copyOf(units);
    }
}

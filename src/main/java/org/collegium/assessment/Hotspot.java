package org.collegium.assessment;

import java.util.List;

/**
 * Places to be found in a picture.
 *
 * @param among whether one chooses among the areas, which are shown then; else one marks any place
 * @param marks how many one may make, from 1
 */
public record Hotspot(
        String key,
        String stem,
        double points,
        Traits traits,
        String explanation,
        Picture picture,
        boolean among,
        int marks,
        List<Area> areas,
        Feedback feedback)
        implements Question {

    public Hotspot {
        areas = List.copyOf(areas);
    }

    @Override
    public boolean keyed() {
        return areas.stream().anyMatch(Area::correct);
    }
}

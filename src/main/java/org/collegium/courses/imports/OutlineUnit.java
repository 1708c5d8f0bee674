package org.collegium.courses.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;

/**
 * A page of a source as a unit of our own format.
 *
 * @param file that holds it; made, or the one of the source
 * @param title that replaces the one of the page; may be empty
 * @param at where the source names it, or the page itself
 * @param required for completing the course, unless its section is not
 * @param minutes that the source says it takes; 0 where it says nothing
 */
public record OutlineUnit(
        String key,
        String kind,
        SourceFile file,
        String title,
        Place at,
        boolean exercise,
        Optional<String> solutionOf,
        boolean required,
        int minutes,
        List<OutlineUnit> below) {

    /** Longer titles are cut. */
    private static final int LONGEST_TITLE = 200;

    public OutlineUnit {
        title = Prose.shortened(title, LONGEST_TITLE);
        below = List.copyOf(below);
    }

    /** A required unit that stands alone. */
    public static OutlineUnit of(String key, String kind, SourceFile file, String title, Place at) {
        return new OutlineUnit(key, kind, file, title, at, false, Optional.empty(), true, 0, List.of());
    }

    /** The same as an exercise or a solution. */
    public OutlineUnit with(boolean isExercise, Optional<String> solution, List<OutlineUnit> units) {
        return new OutlineUnit(key, kind, file, title, at, isExercise, solution, required, minutes, units);
    }

    /** The same with units below it. */
    public OutlineUnit with(List<OutlineUnit> units) {
        return with(exercise, solutionOf, units);
    }

    /** The same, taking so long. */
    public OutlineUnit taking(int others) {
        return new OutlineUnit(key, kind, file, title, at, exercise, solutionOf, required, others, below);
    }

    /** The same, for those who like. */
    public OutlineUnit optional() {
        return new OutlineUnit(key, kind, file, title, at, exercise, solutionOf, false, minutes, below);
    }

    /** This unit and all below it, in order. */
    public Stream<OutlineUnit> withBelow() {
        return Stream.concat(Stream.of(this), below.stream().flatMap(OutlineUnit::withBelow));
    }
}

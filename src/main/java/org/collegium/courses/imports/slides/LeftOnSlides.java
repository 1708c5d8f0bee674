package org.collegium.courses.imports.slides;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;

/** What a lesson cannot have of slides and is on many of them: said once for each kind, with the numbers of the slides. */
final class LeftOnSlides {

    static final String ANIMATION = "slides-animation";
    static final String DRAWING = "slides-drawing";
    static final String LINK = "slides-link";

    private static final int MOST_NUMBERS = 30;

    private final Map<String, Set<Integer>> slides = new TreeMap<>();

    /** @param kind one of the above */
    void add(String kind, int slide) {
        slides.computeIfAbsent(kind, _ -> new TreeSet<>()).add(slide);
    }

    void tell(FaultSink faults, Place at) {
        slides.forEach((kind, numbers) -> {
            String some = numbers.stream()
                    .limit(MOST_NUMBERS)
                    .map(number -> Integer.toString(number))
                    .collect(Collectors.joining(", "));
            faults.note(at, kind, numbers.size() > MOST_NUMBERS ? some + ", …" : some);
        });
    }
}

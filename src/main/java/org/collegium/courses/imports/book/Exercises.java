package org.collegium.courses.imports.book;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.source.FaultSink;
import org.collegium.source.SourcePaths;

/** Links solutions to their exercises by the names of their files: {@code x_ex_01} and {@code x_sol_01}. */
final class Exercises {

    private static final Pattern EXERCISE = Pattern.compile("(?i)^(.*[_-]|)(ex|exercise)([_-].*|)$");
    private static final Pattern SOLUTION = Pattern.compile("(?i)^(.*[_-]|)(sol|solution)([_-].*|)$");

    private final FaultSink faults;
    private final Map<String, String> exercises = new HashMap<>();

    Exercises(FaultSink faults) {
        this.faults = faults;
    }

    List<List<OutlineUnit>> link(List<List<OutlineUnit>> parts) {
        parts.forEach(this::collect);
        return parts.stream().map(this::linked).toList();
    }

    private void collect(List<OutlineUnit> pages) {
        for (OutlineUnit page : pages) {
            if (!page.kind().equals("quiz")) {
                parts(EXERCISE, page).ifPresent(parts -> exercises.putIfAbsent(parts, page.key()));
            }
            collect(page.below());
        }
    }

    private List<OutlineUnit> linked(List<OutlineUnit> pages) {
        return pages.stream().map(this::linked).toList();
    }

    private OutlineUnit linked(OutlineUnit page) {
        boolean exercise = exercises.containsValue(page.key());
        Optional<String> solved = exercise || page.kind().equals("quiz") ? Optional.empty() : parts(SOLUTION, page);
        Optional<String> of = solved.map(exercises::get);
        if (solved.isPresent() && of.isEmpty()) {
            faults.warning(
                    page.at(), "solution-alone", SourcePaths.name(page.file().path()));
        }
        return page.with(exercise, of, linked(page.below()));
    }

    /** The path without its word for exercise or solution and without extension. */
    private static Optional<String> parts(Pattern pattern, OutlineUnit page) {
        String path = page.file().path();
        Matcher matcher = pattern.matcher(SourcePaths.stem(path));
        return matcher.matches()
                ? Optional.of(String.join(
                        "\n",
                        Stream.of(SourcePaths.folder(path), matcher.group(1), matcher.group(3))
                                .toList()))
                : Optional.empty();
    }
}

package org.collegium.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collegium.benchmark.Measured.Cpu;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The catalogue with 10,000 courses, one visitor after the other. */
@Tag("benchmark")
class CatalogueIT {

    private static final int WARM_UP = 150;
    private static final int TIMES = 300;

    private final Measured measured = Measured.application();

    @Test
    void pagesOfTheCatalogueComeSoon() {
        long courses = measured.count("SELECT COUNT(*) FROM course");
        for (Map.Entry<String, String> page : List.of(
                Map.entry("first page", "/"),
                Map.entry("filtered search", "/?q=neural+networks&level=introductory&language=en"),
                Map.entry("search with slips", "/?q=nueral+netwrks"),
                Map.entry("course page", measured.coursePages(1).getFirst()),
                Map.entry("verification page", "/verify/" + measured.codes(1).getFirst()))) {
            measure(page.getKey() + " at " + courses + " courses", page.getValue());
        }
    }

    private void measure(String what, String path) {
        try (LearnerAtWork visitor = new LearnerAtWork(measured.address())) {
            for (int turn = 0; turn < WARM_UP; turn++) {
                assertThat(visitor.get(path)).contains("</html>");
            }
            Timings timings = new Timings();
            Cpu before = measured.cpu();
            for (int turn = 0; turn < TIMES; turn++) {
                long start = System.nanoTime();
                visitor.get(path);
                timings.add(what, (int) ((System.nanoTime() - start) / 1_000));
            }
            Measured.tell(
                    what,
                    String.format(
                            Locale.ROOT,
                            "median %.1f ms, p95 %.1f ms, %.1f ms CPU",
                            timings.percentile(0.5) / 1e3,
                            timings.percentile(0.95) / 1e3,
                            measured.cpu().since(before).millisEach(TIMES)));
        }
    }
}

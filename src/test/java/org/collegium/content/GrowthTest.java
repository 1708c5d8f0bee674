package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Four times as much text takes about four times as long, whatever it is made of. The time of the processor is compared,
 * not the clock's, with a wide margin: work that grew with the square would take sixteen times as long.
 */
@Tag("attack")
class GrowthTest {

    private static final int SHORT = 100_000;
    private static final int TRIES = 4;
    private static final long NOTHING = 80_000_000;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ref}`",
                "{ref}`a`\n",
                "{a b=c} ",
                "[a](b.md) ",
                "![a](b.png)\n\n",
                "[a]: b\n",
                "[^a]: b\n\n[^a]",
                "`a ",
                "$a ",
                "$$ a ",
                "$$a\n",
                "[",
                "]",
                "*a **b ",
                "\\",
                "a ",
                "a\n",
                "+a\n",
                ":::{note}\n",
                ":::{note}\na\n:::\n",
                "```{code}\n",
                "# a\n",
                "(a)=\n",
                "- a\n",
                "  - a\n",
                "> a\n",
                "|a|b|\n",
                "|a|b|\n|-|-|\n",
                "<br>\n",
                "<img src=a>\n",
                "<a ",
                "<!--",
                "www.a.b "
            })
    void workGrowsNoFasterThanTheText(String part) {
        measured(part, SHORT / 4);
        double least = Double.MAX_VALUE;
        for (int i = 0; i < TRIES && least > 8; i++) {
            long once = measured(part, SHORT);
            long fourfold = measured(part, SHORT * 4);
            least = Math.min(least, (double) fourfold / Math.max(once, NOTHING));
        }
        assertThat(least).as("times the work for four times the text").isLessThan(8);
    }

    static Stream<Arguments> longLines() {
        return Stream.of(
                Arguments.of("::: {", ".a", ""),
                Arguments.of("::: a b", " ", "{x"),
                Arguments.of("::: a", " ", "b :x"),
                Arguments.of("::: a", ":", "b"));
    }

    @ParameterizedTest
    @MethodSource("longLines")
    void soItDoesForOneLongLine(String begin, String part, String end) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < TRIES && least > 8; i++) {
            long once = measured(begin + part.repeat(SHORT) + end);
            long fourfold = measured(begin + part.repeat(4 * SHORT) + end);
            least = Math.min(least, (double) fourfold / Math.max(once, NOTHING));
        }
        assertThat(least).as("times the work for four times the line").isLessThan(8);
    }

    private static long measured(String part, int length) {
        return measured(part.repeat(length / part.length()));
    }

    private static long measured(String text) {
        long before = PROCESSOR.getCurrentThreadCpuTime();
        new LessonRenderer().render(text, reference -> Optional.empty());
        return PROCESSOR.getCurrentThreadCpuTime() - before;
    }
}

package org.collegium.integrity.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long comparing the texts of two thousand learners takes. Figures go to {@code target/similarity-benchmark.txt}. */
@Tag("benchmark")
class SimilarityBenchmarkTests {

    private static final int LEARNERS = 2_000;
    private static final int WORDS = 800;
    private static final int RINGS = 40;
    private static final long[] NONE = {};

    /** Words are drawn as languages have them: few often, most seldom. */
    @Test
    void essaysOfTwoThousandLearners() throws IOException {
        Random chance = new Random(1);
        List<String> words = IntStream.range(0, 6_000)
                .mapToObj(i -> chance.ints(3 + i % 7, 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .toList();
        List<String> quoted =
                IntStream.range(0, 10).mapToObj(i -> text(words, chance, 40)).toList();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < LEARNERS; i++) {
            String own = text(words, chance, WORDS - 80) + " " + quoted.get(chance.nextInt(quoted.size()));
            texts.add(i % RINGS == 1 ? own + " " + texts.getLast().substring(0, 1_500) : own);
        }
        measure("essays of 800 words", texts, Wording.PROSE);
    }

    @Test
    void codeOfTwoThousandLearners() throws IOException {
        Random chance = new Random(2);
        List<String> lines = List.of(
                "for %s in range(%d):",
                "%s = %s + %d",
                "if %s > %d and not %s:",
                "return [%s for %s in values]",
                "print(f\"{%s}\", %d)",
                "%s.append(%s * %d)",
                "while %s[%d] is None:",
                "%s = dict(a=%s, b=%d)",
                "raise ValueError(\"%s\")",
                "assert %s == %d, %s",
                "with open(%s) as f:",
                "%s, %s = %s[%d:], 1");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < LEARNERS; i++) {
            String own = IntStream.range(0, 120)
                    .mapToObj(line -> lines.get(chance.nextInt(lines.size()))
                            .replaceAll("%s", "name" + chance.nextInt(50))
                            .replaceAll("%d", String.valueOf(chance.nextInt(100))))
                    .collect(Collectors.joining("\n"));
            texts.add(i % RINGS == 1 ? texts.getLast().replace("name", "other") : own);
        }
        measure("programs of 120 lines", texts, Wording.CODE);
    }

    private static void measure(String what, List<String> texts, Wording wording) throws IOException {
        for (int turn = 0; turn < 2; turn++) {
            long start = System.nanoTime();
            Cohort cohort = new Cohort();
            texts.forEach(text -> cohort.add(Fingerprints.of(wording.tokens(text), wording, NONE)));
            List<Cohort.Pair> pairs = cohort.pairs(ComparingJob.MOST_PAIRS);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            String line = String.format(
                    Locale.ROOT,
                    "%d %s: %.1f s, %d pairs told, turn %d%n",
                    texts.size(),
                    what,
                    took.toMillis() / 1_000.0,
                    pairs.size(),
                    turn + 1);
            Files.writeString(
                    Path.of("target", "similarity-benchmark.txt"),
                    line,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            assertThat(pairs.stream().filter(pair -> pair.right() % RINGS == 1 && pair.left() == pair.right() - 1))
                    .as("each copy is found")
                    .hasSize(LEARNERS / RINGS);
            assertThat(took).isLessThan(Duration.ofMinutes(1));
        }
    }

    private static String text(List<String> words, Random chance, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> words.get((int) (words.size() * Math.pow(chance.nextDouble(), 3))))
                .collect(Collectors.joining(" "));
    }
}

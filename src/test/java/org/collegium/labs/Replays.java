package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Work of many kinds, each graded once, kept with its evidence, and graded again from that. */
final class Replays {

    private static final GradingPlan STANDARD = new LabFixtures.Notebook()
            .plain("import random")
            .solution("mean", """
                    def mean(values):
                        ### BEGIN SOLUTION
                        return sum(values) / len(values)
                        ### END SOLUTION
                    """)
            .test("mean-given", 1, "assert mean([1, 2, 6]) == 3")
            .test("mean-random", 2, """
                    ### BEGIN HIDDEN TESTS
                    values = [random.random() for i in range(20)]
                    assert mean(values) == ref.mean(values)
                    ### END HIDDEN TESTS
                    """)
            .solution("words", """
                    def words(text):
                        ### BEGIN SOLUTION
                        return sorted(set(text.split()))
                        ### END SOLUTION
                    """)
            .test("words-test", 1, "assert words('b a b c') == ['a', 'b', 'c']")
            .plan();

    private static final GradingPlan NUMPY = new LabFixtures.Notebook()
            .plain("import numpy as np")
            .solution("scale", """
                    def scale(x):
                        ### BEGIN SOLUTION
                        return (x - x.mean(axis=0)) / x.std(axis=0)
                        ### END SOLUTION
                    """)
            .test("scale-test", 2, """
                    x = np.random.default_rng().normal(size=(30, 4))
                    assert np.allclose(scale(x), ref.scale(x))
                    """)
            .plan();

    private static final String RIGHT = "def mean(values):\n    return sum(values) / len(values)";

    /** Submissions whose verdict would change if chance, the order of hashes or an earlier run could reach it. */
    private static List<Kept> kept(LabGrader grader) {
        return Stream.of(
                        work(STANDARD, "mean", RIGHT),
                        work(STANDARD, "mean", "import random\ndef mean(values):\n    return random.choice([3, 4])"),
                        work(STANDARD, "mean", "import random\nrandom.seed()\n" + RIGHT),
                        work(STANDARD, "words", "def words(text):\n    return list(set(text.split()))"),
                        work(
                                STANDARD,
                                "words",
                                "def words(text):\n    return sorted(set(text.split()), key=lambda w: hash(w) % 2)"),
                        work(STANDARD, "mean", "def mean(values) return 3"),
                        work(STANDARD, "mean", "import os\nos._exit(3)"),
                        work(NUMPY, "scale", "def scale(x):\n    return (x - x.mean(axis=0)) / x.std(axis=0)"),
                        work(NUMPY, "scale", "def scale(x):\n    return x + np.random.rand(*x.shape)"),
                        work(
                                NUMPY,
                                "scale",
                                "def scale(x):\n    r = np.random.default_rng().random()\n    return (x - x.mean(axis=0)) / x.std(axis=0) + (r < 0.5)"))
                .map(work -> new Kept(
                        work.plan(),
                        work.submission(),
                        LabFixtures.graded(grader.grade(work.plan(), work.submission()))
                                .evidence()))
                .toList();
    }

    private record Work(GradingPlan plan, Submission submission) {}

    private record Kept(GradingPlan plan, Submission submission, GradeEvidence evidence) {}

    private static Work work(GradingPlan plan, String cell, String source) {
        return new Work(plan, LabFixtures.written(plan, Map.of(cell, source)));
    }

    private Replays() {}

    /** Replays so often in all, and expects the same verdict each time. */
    static void allAgree(int replays) throws Exception {
        try (LabGrader grader = LabFixtures.grader(0);
                ExecutorService workers = Executors.newFixedThreadPool(2)) {
            List<Kept> kept = kept(grader);
            List<Future<GradeReport>> reports = new ArrayList<>();
            for (int i = 0; i < replays; i++) {
                Kept one = kept.get(i % kept.size());
                reports.add(workers.submit(() -> grader.replay(one.plan(), one.submission(), one.evidence())));
            }
            for (int i = 0; i < replays; i++) {
                GradeEvidence before = kept.get(i % kept.size()).evidence();
                GradeEvidence now = LabFixtures.graded(reports.get(i).get()).evidence();
                assertThat(now.verdict()).as("submission " + i % kept.size()).isEqualTo(before.verdict());
                assertThat(now.runtime()).isEqualTo(before.runtime());
            }
        }
        assertThat(LabProcesses.running()).isEmpty();
    }
}

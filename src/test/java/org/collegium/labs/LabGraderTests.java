package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.collegium.labs.CellGrade.Outcome;
import org.collegium.labs.sandbox.Box;
import org.collegium.labs.sandbox.BubblewrapLauncher;
import org.collegium.labs.sandbox.LabFiles;
import org.collegium.labs.sandbox.LabRuntime;
import org.collegium.labs.sandbox.Limits;
import org.collegium.labs.sandbox.Probe;
import org.collegium.labs.sandbox.Role;
import org.collegium.labs.sandbox.SandboxLauncher;
import org.collegium.labs.sandbox.SandboxUnavailable;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Grading in the real sandbox. */
@Tag("module")
class LabGraderTests {

    private static final LabGrader GRADER = LabFixtures.grader(0);

    @AfterAll
    static void close() {
        GRADER.close();
    }

    private static final GradingPlan DOUBLE = new LabFixtures.Notebook()
            .solution("double", """
                def double(x):
                    ### BEGIN SOLUTION
                    return 2 * x
                    ### END SOLUTION
                """)
            .test("seen", 1, "assert double(1) == 2, \"twice one is two\"")
            .test("hidden", 2, """
                assert double(2) == 4
                ### BEGIN HIDDEN TESTS
                assert double(-3) == -6, "secret"
                ### END HIDDEN TESTS
                """)
            .manual("why", 1, "Because.")
            .task("more", 1, "Do more.")
            .plan();

    @Test
    void theAuthorsSolutionEarnsAllAndTheUntouchedNotebookNothing() {
        LabCheck check = GRADER.check(DOUBLE);

        assertThat(check.solutionEarnsAll()).isTrue();
        assertThat(check.untouchedEarnsNothing()).isTrue();
        assertThat(check.isPublishable()).isTrue();
    }

    @Test
    void visibleTestsSayWhatIsWrongAndHiddenOnesOnlyThatSomethingIs() {
        assertThat(grade(DOUBLE, Map.of("double", "def double(x):\n    return x + 1"))
                        .cells())
                .containsExactly(
                        new CellGrade("seen", 1, 1, Outcome.PASSED, ""),
                        new CellGrade("hidden", 0, 2, Outcome.FAILED, "assert double(2) == 4"),
                        new CellGrade("why", 0, 1, Outcome.UNANSWERED, ""),
                        new CellGrade("more", 0, 1, Outcome.BY_HAND, ""));
        assertThat(grade(DOUBLE, Map.of("double", "def double(x):\n    return abs(2 * x)", "why", "So."))
                        .cells())
                .containsExactly(
                        new CellGrade("seen", 1, 1, Outcome.PASSED, ""),
                        new CellGrade("hidden", 0, 2, Outcome.FAILED_HIDDEN, ""),
                        new CellGrade("why", 0, 1, Outcome.BY_HAND, ""),
                        new CellGrade("more", 0, 1, Outcome.BY_HAND, ""));
        assertThat(grade(DOUBLE, Map.of("double", "def double(x):\n    return 3"))
                        .cells()
                        .getFirst())
                .isEqualTo(new CellGrade("seen", 0, 1, Outcome.FAILED, "twice one is two"));
    }

    @Test
    void testsRunOnceMoreForTheirWordsOnlyWhereOneFailed() {
        List<Role> opened = Collections.synchronizedList(new ArrayList<>());
        SandboxLauncher real = LabLaunchers.of(LabFixtures.SETTINGS);
        SandboxLauncher counting = (SandboxLauncher) Proxy.newProxyInstance(
                SandboxLauncher.class.getClassLoader(),
                new Class<?>[] {SandboxLauncher.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("open")) {
                        opened.add((Role) given[1]);
                    }
                    return method.invoke(real, given);
                });
        try (LabGrader grader = new LabGrader(() -> counting, 0, InstantSource.system())) {
            GradeReport.Graded right = LabFixtures.graded(grader.grade(
                    DOUBLE, LabFixtures.written(DOUBLE, Map.of("double", "double = lambda x: 2 * x\nprint('seen')"))));

            assertThat(right.cells().getFirst().outcome()).isEqualTo(Outcome.PASSED);
            assertThat(right.outputs().getFirst().outputs().toString()).contains("seen");
            assertThat(opened).containsExactly(Role.RUNNER, Role.TESTER, Role.RUNNER);
            opened.clear();
            GradeReport.Graded wrong = LabFixtures.graded(
                    grader.grade(DOUBLE, LabFixtures.written(DOUBLE, Map.of("double", "double = lambda x: 3"))));

            assertThat(wrong.cells().getFirst().message()).isEqualTo("twice one is two");
            assertThat(opened).containsExactly(Role.RUNNER, Role.TESTER, Role.RUNNER, Role.TESTER);
        }
    }

    @Test
    void evidenceNamesWhatAGradeRestsOnAndAReplayGivesTheSameVerdict() {
        Submission submission = LabFixtures.written(DOUBLE, Map.of("double", "def double(x):\n    return x + x"));
        GradeReport.Graded first = LabFixtures.graded(GRADER.grade(DOUBLE, submission));
        GradeReport.Graded again = LabFixtures.graded(GRADER.replay(DOUBLE, submission, first.evidence()));

        assertThat(first.points()).isEqualTo(3);
        assertThat(first.evidence().sandbox()).isEqualTo("bubblewrap");
        assertThat(first.evidence().submission()).isEqualTo(submission.sha256()).hasSize(64);
        assertThat(again.evidence().verdict()).isEqualTo(first.evidence().verdict());
        assertThat(again.evidence().seed()).isEqualTo(first.evidence().seed());
    }

    @Test
    void theLearnerSeesWhatTheirCellsShow() {
        GradingPlan plan = new LabFixtures.Notebook()
                .solution("a", "print('solved')")
                .test("t", 1, "assert True")
                .plan();
        Submission submission = LabFixtures.written(
                plan,
                Map.of("a", "print('hello')\n1 + 1"),
                "%matplotlib inline\nraise ValueError('no')",
                "x = 1; x",
                """
                    class Drawn:
                        def _repr_svg_(self):
                            return "<svg/>"
                        def _repr_png_(self):
                            return b"PNG"
                    Drawn()
                    """);

        GradeReport.Graded report = LabFixtures.graded(GRADER.grade(plan, submission));

        assertThat(report.outputs()).extracting(CellOutput::failed).containsExactly(false, true, false, false);
        assertThat(report.outputs().getLast().outputs().toString())
                .contains("\"image/svg+xml\":\"<svg/>\"", "\"image/png\":\"UE5H\"");
        assertThat(report.outputs().get(0).outputs().toString())
                .contains("\"text\":\"hello\\n\"", "\"text/plain\":\"2\"");
        assertThat(report.outputs().get(1).outputs().toString())
                .contains("\"ename\":\"ValueError\"", "Cell 2, line 2", "raise ValueError('no')");
        assertThat(GRADER.run(plan, submission))
                .isInstanceOfSatisfying(
                        RunReport.Ran.class, ran -> assertThat(ran.outputs()).hasSize(4));
    }

    @Test
    void testsMayUseObjectsExceptionsCallbacksIteratorsAndPrinting() {
        GradingPlan plan = new LabFixtures.Notebook()
                .plain("import math")
                .solution("all", """
                    class Account:
                        def __init__(self, owner):
                            self.owner = owner
                            self.balance = 0
                        def __len__(self):
                            return 3
                        def __getitem__(self, i):
                            return i * 10
                        def __add__(self, other):
                            return self.balance + other.balance
                        def __mul__(self, factor):
                            many = Account(self.owner)
                            many.balance = self.balance * factor
                            return many
                    class Poor(ValueError):
                        pass
                    def withdraw(account, amount):
                        if amount > account.balance:
                            raise Poor("too little")
                        account.balance -= amount
                    def derive(f, x):
                        return (f(x + 1) - f(x - 1)) / 2
                    def squares(n):
                        for i in range(n):
                            yield i * i
                    def greet(name):
                        print("Hello,", name)
                    def sort(values):
                        values.sort()
                    table = {"a": (1, 2.5, None), "b": {3, 4}, "c": [math.inf, 2 ** 80, "ä\\u2028", b"x"]}
                    """)
                .test("objects", 1, """
                    account = Account("Ada")
                    assert account.owner == "Ada" and isinstance(account, Account)
                    account.balance = 10
                    withdraw(account, 4)
                    assert account.balance == 6
                    assert len(account) == 3 and account[2] == 20
                    assert account + account == 12
                    assert (account * 3).balance == 18
                    """)
                .test("exceptions", 1, """
                    try:
                        withdraw(Account("Bob"), 5)
                    except Poor as poor:
                        assert str(poor) == "too little" and isinstance(poor, ValueError)
                    else:
                        raise AssertionError("no exception")
                    """)
                .test("callbacks", 1, "assert derive(lambda x: x ** 3 + math.floor(0.5), 2) == 13")
                .test("iterators", 1, "assert list(squares(4)) == [0, 1, 4, 9]")
                .test("printing", 1, """
                    import io, contextlib
                    out = io.StringIO()
                    with contextlib.redirect_stdout(out):
                        greet("Ada")
                    assert out.getvalue() == "Hello, Ada\\n"
                    assert learner.printed(greet, "Bob") == "Hello, Bob\\n"
                    """)
                .test("after", 1, """
                    (sorted_values,), nothing = learner.after(sort, [3, 1, 2])
                    assert sorted_values == [1, 2, 3] and nothing is None
                    """)
                .test("data", 1, """
                    assert table == {"a": (1, 2.5, None), "b": {3, 4}, "c": [math.inf, 2 ** 80, "ä\\u2028", b"x"]}
                    assert type(table["a"]) is tuple
                    assert learner.eval("len(table)") == 3
                    """)
                .test("replaced", 1, """
                    seen = []
                    kept = withdraw
                    def withdraw(account, amount):
                        seen.append(amount)
                        return amount
                    assert learner.eval("withdraw(None, 7)") == 7 and seen == [7]
                    withdraw = kept
                    """)
                .plan();

        assertThat(grade(plan, plan.authorsSolution()).cells())
                .allSatisfy(
                        cell -> assertThat(cell.outcome()).as(cell.toString()).isEqualTo(Outcome.PASSED));
    }

    @Test
    void arraysAndTablesCrossAsCopies() {
        GradingPlan plan = new LabFixtures.Notebook()
                .plain("import numpy as np\nimport pandas as pd")
                .solution("all", """
                    ### BEGIN SOLUTION
                    def scale(x):
                        return (x - x.mean()) / x.std()
                    def totals(frame):
                        return frame.groupby("kind")["size"].sum()
                    frame = pd.DataFrame({"kind": ["a", "b", "a"], "size": [1, 2, 3], "ok": [True, False, True]},
                        index=pd.Index([5, 6, 7], name="row"))
                    ### END SOLUTION
                    """)
                .test("numpy", 1, """
                    x = np.random.rand(50)
                    assert np.allclose(scale(x), ref.scale(x))
                    assert scale(x).dtype == np.float64
                    """)
                .test("pandas", 1, """
                    pd.testing.assert_frame_equal(frame, ref.frame)
                    pd.testing.assert_series_equal(totals(frame), ref.totals(ref.frame))
                    assert list(frame.columns) == ["kind", "size", "ok"]
                    """)
                .plan();

        assertThat(plan.usesReference()).isTrue();
        assertThat(grade(plan, plan.authorsSolution()).cells())
                .allSatisfy(
                        cell -> assertThat(cell.outcome()).as(cell.toString()).isEqualTo(Outcome.PASSED));
        assertThat(grade(plan, Map.of("all", "def scale(x):\n    return x\nframe = 3"))
                        .points())
                .isZero();
    }

    @Test
    void aTestMaySayHowManyPointsItGives() {
        GradingPlan plan = new LabFixtures.Notebook()
                .solution("n", "n = 3")
                .test("part", 4, "n")
                .test("over", 1, "n * 100")
                .test("bool", 1, "n == 4")
                .plan();

        assertThat(grade(plan, plan.authorsSolution()).cells())
                .extracting(CellGrade::points, CellGrade::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3.0, Outcome.PARTLY),
                        org.assertj.core.groups.Tuple.tuple(1.0, Outcome.PASSED),
                        org.assertj.core.groups.Tuple.tuple(1.0, Outcome.PASSED));
    }

    @Test
    void figuresAndModelsAreMadeWhereNothingCanBeWritten() {
        Map<String, String> packages =
                GRADER.runtime(LabRuntime.USUAL).orElseThrow().packages();
        org.junit.jupiter.api.Assumptions.assumeTrue(
                packages.keySet().containsAll(List.of("matplotlib", "sklearn", "pandas")), "packages of this machine");
        GradingPlan plan = new LabFixtures.Notebook()
                .plain("""
                    %matplotlib inline
                    import matplotlib.pyplot as plt
                    import pandas as pd
                    from sklearn.linear_model import LogisticRegression""")
                .solution("fit", """
                    frame = pd.DataFrame({"x": range(20), "y": [0] * 10 + [1] * 10})
                    model = LogisticRegression().fit(frame[["x"]], frame["y"])
                    def predict(table):
                        return model.predict(table[["x"]])
                    plt.plot(frame["x"], frame["y"])
                    plt.title("Found & lost")
                    plt.xlabel("days")
                    frame.head(2)
                    """)
                .test("model", 1, """
                    assert list(predict(pd.DataFrame({"x": [1, 19]}))) == [0, 1]
                    assert model.score(frame[["x"]], frame["y"]) > 0.9
                    assert model.coef_.shape == (1, 1)
                    """)
                .plan();

        GradeReport.Graded report = grade(plan, plan.authorsSolution());

        assertThat(report.cells())
                .extracting(CellGrade::outcome, CellGrade::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Outcome.PASSED, ""));
        assertThat(report.outputs().getLast().outputs().toString())
                .contains("\"image/png\":\"iVBOR", "\"text/plain\":\"Found & lost, days\"", "text/html", "<table");
    }

    @Test
    void cellsReadTheDataOfTheLab() {
        GradingPlan plain = new LabFixtures.Notebook()
                .locked("load", "rows = open('data/rows.txt').read().split()")
                .solution("count", "count = len(rows)")
                .test("t", 1, "assert count == len(rows) == 3")
                .plan();
        GradingPlan plan = new GradingPlan(
                plain.cells(),
                plain.limits(),
                plain.runtime(),
                plain.packages(),
                Map.of("data/rows.txt", SourceFile.of("x", "a b c".getBytes(StandardCharsets.UTF_8))));

        assertThat(grade(plan, plan.authorsSolution()).points()).isEqualTo(1);
    }

    @Test
    void oneSlowCellDoesNotCostTheOthers() {
        GradingPlan plan = LabFixtures.plan(
                new LabFixtures.Notebook()
                        .solution("slow", "def slow():\n    return 1")
                        .test("s", 1, "assert slow() == 1")
                        .solution("fast", "def fast():\n    return 2")
                        .test("f", 1, "assert fast() == 2")
                        .read(),
                org.collegium.labs.sandbox.Limits.USUAL.withSeconds(1, 30));

        GradeReport.Graded report =
                grade(plan, Map.of("slow", "def slow():\n    while True: pass", "fast", "def fast():\n    return 2"));

        assertThat(report.cells()).extracting(CellGrade::points).containsExactly(0.0, 1.0);
        assertThat(report.broken()).contains(new BrokenLimit(BrokenLimit.Kind.CELL_TIME, "s"));
    }

    @Test
    void withoutASandboxWorkWaitsAndNoGradeIsGiven() {
        try (LabGrader none = new LabGrader(
                () -> new BubblewrapLauncher(List::of, LabFixtures.SETTINGS.sandboxUser()),
                0,
                InstantSource.system())) {
            assertThat(none.grade(DOUBLE, DOUBLE.authorsSolution())).isInstanceOf(GradeReport.Postponed.class);
            assertThat(none.health())
                    .isEqualTo(new Probe.Broken("There is no Python for labs.", "apt-get install python3"));
            assertThat(none.runtimes()).isEmpty();
        }
    }

    @Test
    void aLabIsRunByTheRuntimeThatItNamesAndWaitsWhereThereIsNone() {
        LabSettings settings = LabFixtures.settings(0, Map.of("second", "/usr/bin/python3"));
        GradingPlan second = in("second", DOUBLE);
        GradingPlan third = in("third", DOUBLE);
        try (LabGrader grader = new LabGrader(settings, InstantSource.system())) {
            assertThat(grader.runtimes())
                    .extracting(LabRuntime::name)
                    .contains("second")
                    .first()
                    .isEqualTo("python");
            GradeEvidence usual = LabFixtures.graded(grader.grade(DOUBLE, DOUBLE.authorsSolution()))
                    .evidence();
            GradeEvidence other = LabFixtures.graded(grader.grade(second, DOUBLE.authorsSolution()))
                    .evidence();

            assertThat(other.verdict()).isEqualTo(usual.verdict());
            assertThat(other.runtime()).isNotEqualTo(usual.runtime());
            assertThat(grader.grade(third, DOUBLE.authorsSolution()))
                    .isInstanceOfSatisfying(
                            GradeReport.Postponed.class,
                            waiting -> assertThat(waiting.reason())
                                    .startsWith("The lab needs the runtime “third”, which this node does not have. It"
                                            + " has: ")
                                    .contains("python", "second"));
            assertThat(grader.check(third).isPublishable()).isFalse();
        }
    }

    @Test
    void aRuntimeThatDoesNotStartInTheSandboxClosesOnlyItself() {
        LabRuntime broken = new LabRuntime(
                "broken",
                "3.11.0",
                Map.of(),
                new LabRuntime.Installed(java.nio.file.Path.of("/usr/bin/true"), List.of(), List.of(), Map.of()));
        LabRuntime usual = GRADER.runtime(LabRuntime.USUAL).orElseThrow();
        try (LabGrader grader = new LabGrader(
                () -> new BubblewrapLauncher(() -> List.of(usual, broken), LabFixtures.SETTINGS.sandboxUser()),
                0,
                InstantSource.system())) {
            assertThat(grader.health().isSound()).isTrue();
            assertThat(grader.health(broken).isSound()).isFalse();
            assertThat(grader.grade(in("broken", DOUBLE), DOUBLE.authorsSolution()))
                    .isInstanceOf(GradeReport.Postponed.class);
            assertThat(LabFixtures.graded(grader.grade(DOUBLE, DOUBLE.authorsSolution()))
                            .points())
                    .isEqualTo(3);
        }
    }

    private static GradingPlan in(String runtime, GradingPlan plan) {
        return new GradingPlan(plan.cells(), plan.limits(), runtime, plan.packages(), plan.files());
    }

    @Test
    void aPoolGivesTheSameGradesAndLeavesNothingRunning() {
        try (LabGrader pooled = LabFixtures.grader(2)) {
            pooled.prepare(DOUBLE);
            List<String> verdicts = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(i -> LabFixtures.graded(pooled.grade(DOUBLE, DOUBLE.authorsSolution()))
                            .evidence()
                            .verdict())
                    .distinct()
                    .toList();
            assertThat(verdicts).hasSize(1);
        }
        assertThat(LabProcesses.running()).isEmpty();
    }

    @Test
    void whoIsInterruptedWhileASandboxStartsLeavesNoneBehind() {
        LabGrader stopped = LabFixtures.grader(0);
        stopped.prepare(DOUBLE);
        try {
            Thread.currentThread().interrupt();
            assertThat(stopped.grade(DOUBLE, DOUBLE.authorsSolution())).isInstanceOf(GradeReport.Postponed.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        // One thread starts all of them: what it was asked for before has begun when this has ended.
        assertThat(LabFixtures.graded(stopped.grade(DOUBLE, DOUBLE.authorsSolution()))
                        .points())
                .isEqualTo(3);
        assertThat(LabProcesses.running()).isEmpty();
        stopped.close();
    }

    private static GradeReport.Graded grade(GradingPlan plan, Map<String, String> solutions) {
        return grade(plan, LabFixtures.written(plan, solutions));
    }

    private static GradeReport.Graded grade(GradingPlan plan, Submission submission) {
        return LabFixtures.graded(GRADER.grade(plan, submission));
    }

    @Test
    void filesThatSandboxesOfThisKindCannotBeGivenAreNamedWhenALabIsChecked() {
        GradingPlan small = new LabFixtures.Notebook()
                .solution("a", "x = 1")
                .test("t", 1, "assert x")
                .plan();
        GradingPlan plan = new GradingPlan(
                small.cells(),
                small.limits(),
                small.runtime(),
                List.of(),
                Map.of("fits.csv", SourceFile.of("fits.csv", "1,2"), "rows.csv", SourceFile.of("rows.csv", "1,2,3,4")));
        try (LabGrader narrow = new LabGrader(Narrow::new, 0, InstantSource.system())) {
            LabCheck check = narrow.check(plan);

            assertThat(check.tooLarge()).containsExactly(new OversizedFile("rows.csv", 7, 5));
            assertThat(check.isPublishable()).isFalse();
        }
    }

    /** A place that takes files of five bytes, and opens nothing. */
    private static final class Narrow implements SandboxLauncher {

        @Override
        public String kind() {
            return "narrow";
        }

        @Override
        public List<LabRuntime> runtimes() {
            return List.of(new LabRuntime(LabRuntime.USUAL, "3.14.0", Map.of(), LabRuntime.Image.unknown("image")));
        }

        @Override
        public Probe probe(LabRuntime runtime) {
            return new Probe.Sound(Map.of());
        }

        @Override
        public int largestFile() {
            return 5;
        }

        @Override
        public Box open(LabRuntime runtime, Role role, Limits limits, LabFiles files) {
            throw new SandboxUnavailable("it opens nothing");
        }

        @Override
        public void close() {}
    }
}

package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.collegium.labs.BrokenLimit.Kind;
import org.collegium.labs.CellGrade.Outcome;
import org.collegium.labs.sandbox.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Code that wants points without the work, or to know what is hidden from it. */
@Tag("attack")
class GradingAttackTests {

    private static final LabGrader GRADER = LabFixtures.grader(0);
    private static final String SECRET = "9182736";

    @AfterAll
    static void close() {
        GRADER.close();
    }

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(LabProcesses.running()).isEmpty();
    }

    /** Ten points for a mean; nobody who has not computed one may have any of them. */
    private static final GradingPlan MEAN = LabFixtures.plan(
            new LabFixtures.Notebook()
                    .plain("import math\nimport random\nimport numpy as np")
                    .locked("given", "data = [3.0, 5.0, 10.0]\ndef close(a, b):\n    return abs(a - b) < 1e-9")
                    .solution("mean", """
                            def mean(values):
                                ### BEGIN SOLUTION
                                return sum(values) / len(values)
                                ### END SOLUTION
                            """)
                    .test("visible", 3, "assert close(mean(data), 6.0)")
                    .test(
                            "numpy",
                            2,
                            "assert np.allclose(mean([1.0, 2.0, 4.5]), 2.5)\nassert isinstance(mean([1.0]), float)")
                    .test("hidden", 3, """
                            ### BEGIN HIDDEN TESTS
                            assert mean([%s.0, 0.0]) == %s.0 / 2
                            for i in range(5):
                                values = [random.random() for j in range(10)]
                                assert math.isclose(mean(values), ref.mean(values))
                            ### END HIDDEN TESTS
                            """.formatted(SECRET, SECRET))
                    .test("each", 2, "for v in (1, 2, 3):\n    assert mean([v]) == v, 'of one value'")
                    .read(),
            Limits.USUAL.withSeconds(4, 40));

    static Stream<Arguments> attacks() {
        return Stream.of(
                        "exec does nothing",
                        "import builtins\nbuiltins.exec = lambda *a: None\nbuiltins.eval = lambda *a: True\nbuiltins.compile = lambda *a: None",
                        "assertions do nothing",
                        "import builtins\nclass Quiet(BaseException): pass\nbuiltins.AssertionError = Quiet\nimport sys\nsys.excepthook = lambda *a: None\nimport traceback\ntraceback.TracebackException = None\ndef mean(v): return None",
                        "abs and sum lie",
                        "import builtins\nbuiltins.abs = lambda x: 0\nbuiltins.sum = lambda x: 0\nbuiltins.isinstance = lambda *a: True\ndef mean(v): return 0.0",
                        "numpy lies",
                        "import numpy as np\nnp.allclose = lambda *a, **k: True\nnp.testing.assert_allclose = lambda *a, **k: None\ndef mean(v): return np.float64(0)",
                        "modules are fakes",
                        "import sys, types\nfake = types.ModuleType('numpy')\nfake.allclose = lambda *a, **k: True\nsys.modules['numpy'] = sys.modules['math'] = sys.modules['random'] = fake\nnp = math = random = fake\nmath.isclose = lambda *a: True\ndef mean(v): return 0.0",
                        "given names are redefined",
                        "close = lambda a, b: True\ndata = []\nref = None\nlearner = None\n__builtins__ = {}\ndef mean(v): return 0.0",
                        "equal to everything",
                        "class E:\n  def __eq__(s, o): return True\n  def __ne__(s, o): return False\n  def __sub__(s, o): return s\n  def __rsub__(s, o): return s\n  def __abs__(s): return s\n  def __lt__(s, o): return True\n  def __gt__(s, o): return True\n  def __float__(s): return 0.0\n  def __bool__(s): return True\n  def __array__(s, *a): raise TypeError\ndef mean(v): return E() if False else Fake(0)\nclass Fake(float):\n  def __eq__(s, o): return True\n  def __sub__(s, o): return Fake(0)\n  def __rsub__(s, o): return Fake(0)\n  def __abs__(s): return Fake(0)\n  def __lt__(s, o): return True",
                        "differences that are nothing",
                        "class D(float):\n  def __sub__(s, o): return 0.0\n  def __rsub__(s, o): return 0.0\n  def __truediv__(s, o): return 1.0\ndef mean(v): return D(1)",
                        "differences whose size is nothing",
                        "class Z:\n  def __abs__(s): return 0.0\n  def __float__(s): return 0.0\n  def __round__(s, n=0): return 0\n  def __len__(s): return 0\nclass D(float):\n  def __sub__(s, o): return Z()\n  __rsub__ = __sub__\ndef mean(v): return D(1)",
                        "an array that is equal to everything",
                        "import numpy as np\nclass A(np.ndarray):\n  def __eq__(s, o): return True\n  def __array_ufunc__(s, *a, **k): return True\n  def __array_function__(s, *a, **k): return True\ndef mean(v): return np.zeros(1).view(A)",
                        "nothing is a number",
                        "def mean(v): return float('nan')",
                        "leaves at once",
                        "import os\nos._exit(0)",
                        "leaves when tested",
                        "import os\ndef mean(v): os._exit(0)",
                        "leaves politely",
                        "import sys\ndef mean(v): sys.exit(0)",
                        "ends loops",
                        "def mean(v): raise StopIteration",
                        "ends generators",
                        "def mean(v): raise GeneratorExit",
                        "interrupts",
                        "def mean(v): raise KeyboardInterrupt",
                        "raises what nobody knows",
                        "class StopIteration(BaseException): pass\ndef mean(v): raise StopIteration('x')",
                        "raises a class that pretends",
                        "class M(type):\n  __mro__ = (StopIteration, BaseException)\n  @property\n  def __name__(c): return 'StopIteration'\nclass X(Exception, metaclass=M): pass\ndef mean(v): raise X()",
                        "says that it passed",
                        "import os\nfor fd in range(3, 20):\n  try:\n    for i in range(100): os.write(fd, b'{\"id\":%d,\"outcome\":\"passed\"}\\n' % i)\n  except OSError: pass\ndef mean(v): return 0.0",
                        "says so in advance",
                        "import os, threading, time\ndef lie():\n  while True:\n    try: os.write(4, b'{\"id\":1,\"value\":6.0}\\n')\n    except OSError: return\n    time.sleep(0.001)\nthreading.Thread(target=lie, daemon=True).start()\ndef mean(v):\n  time.sleep(0.01)\n  return 0.0",
                        "answers with the number of the question",
                        "import gc, os, json\nrunner = [o for o in gc.get_objects() if type(o).__name__ == 'Runner']\ndef mean(v):\n  r = runner[0]\n  os.write(4, json.dumps({'id': r._asked, 'value': 7.0, 'outcome': 'passed', 'broken': None, 'missing': False}).encode() + b'\\n')\n  return 0.0",
                        "answers twice",
                        "import gc\nrunner = [o for o in gc.get_objects() if type(o).__name__ == 'Runner'][0]\nplain = runner._link.send\ndef send(f):\n  plain(f)\n  plain(f)\nrunner._link.send = send\ndef mean(v): return 0.0",
                        "speaks for the tester",
                        "import gc\nrunner = [o for o in gc.get_objects() if type(o).__name__ == 'Runner'][0]\nplain = runner._link.send\ndef send(f):\n  f['ask'] = 1; f['op'] = 'passed'; f['broken'] = None; f['callback'] = 0; f['arguments'] = []; f['named'] = {}\n  plain(f)\nrunner._link.send = send\ndef mean(v): return 0.0",
                        "nests too deep",
                        "def mean(v):\n  x = []\n  for i in range(100000): x = [x]\n  return x",
                        "answers with too much",
                        "def mean(v): return 'x' * 50_000_000",
                        "never stops being iterated",
                        "class L:\n  def __getitem__(s, i): return 1\n  def __len__(s): return 10 ** 9\ndef mean(v): return L()",
                        "hard-coded",
                        "def mean(v): return 6.0 if v == [3.0, 5.0, 10.0] else 0.0",
                        "pickles that run",
                        "import gc\nrunner = [o for o in gc.get_objects() if type(o).__name__ == 'Runner'][0]\nclass P:\n  def __reduce__(s): return (eval, ('1',))\ndef mean(v): return P()",
                        "a damaged array",
                        "import gc\nrunner = [o for o in gc.get_objects() if type(o).__name__ == 'Runner'][0]\nrunner._value = lambda v: {'value': {'a': ['|O', [1], 'AAAAAAAAAAA=']}}\ndef mean(v): return 0.0",
                        "an object number that is none",
                        "import gc\nrunner = [o for o in gc.get_objects() if type(o).__name__ == 'Runner'][0]\nrunner._value = lambda v: {'value': {'o': [-1, 'exception', '__class__', 'StopIteration']}}\ndef mean(v): return 0.0")
                .gather(java.util.stream.Gatherers.windowFixed(2))
                .map(pair -> Arguments.of(pair.getFirst(), pair.getLast()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void noPointsAreGivenForAnythingButTheWork(String name, String source) {
        GradeReport.Graded report = grade(MEAN, LabFixtures.written(MEAN, Map.of("mean", source)));

        assertThat(report.outputs()).as("the attack ran").noneMatch(CellOutput::failed);
        double earned = name.equals("hard-coded") ? 3 : 0;
        assertThat(report.points()).as(report.toString()).isEqualTo(earned);
    }

    @Test
    void theWorkItselfEarnsThem() {
        String honest = "def mean(v):\n    return math.fsum(v) / len(v)";
        GradeReport.Graded report = grade(MEAN, LabFixtures.written(MEAN, Map.of("mean", honest)));

        assertThat(report.points()).isEqualTo(10);
        assertThat(GRADER.check(MEAN).isPublishable()).isTrue();
    }

    @Test
    void editedAndDeletedTestCellsAreTheAuthorsAgain() {
        List<Submission.Cell> edited = new ArrayList<>();
        LabFixtures.written(MEAN, Map.of("mean", "def mean(v): return 0.0"))
                .cells()
                .forEach(cell -> {
                    boolean test =
                            MEAN.cell(cell.gradeId()).filter(PlanCell::isTest).isPresent();
                    edited.add(test ? new Submission.Cell(cell.gradeId(), true, "assert True") : cell);
                });
        assertThat(grade(MEAN, new Submission(edited)).points()).isZero();

        edited.removeIf(
                cell -> MEAN.cell(cell.gradeId()).filter(PlanCell::isTest).isPresent());
        assertThat(grade(MEAN, new Submission(edited)).points()).isZero();
        assertThat(grade(MEAN, new Submission(List.of())).points()).isZero();
    }

    @Test
    void aSecondCellWithTheIdOfATestIsNotRun() {
        List<Submission.Cell> cells = new ArrayList<>(MEAN.untouched().cells());
        cells.add(new Submission.Cell("visible", true, "def mean(v): return 6.0"));

        assertThat(grade(MEAN, new Submission(cells)).points()).isZero();
    }

    @Test
    void inputsOfHiddenTestsDoNotComeBack() {
        String greedy = """
                seen = []
                def mean(values):
                    seen.append(list(values))
                    print("SEEN", seen)
                    raise ValueError("SEEN %r" % seen)
                """;
        GradeReport.Graded report =
                grade(MEAN, LabFixtures.written(MEAN, Map.of("mean", greedy), "print('LATER', seen)\nseen"));

        assertThat(report.toString()).contains("SEEN").doesNotContain(SECRET);
        assertThat(report.cells().stream().filter(cell -> cell.gradeId().equals("hidden")))
                .allSatisfy(cell -> assertThat(cell.message()).isEmpty());
    }

    /** Searches while a hidden test is under way, and does the work only if it finds one; so points would tell of a find. */
    private static final String SEARCHING = """
            import gc, linecache, os, sys
            calls = 0
            hit = False
            def found():
                needles = [''.join(['ref.', 'mean(values)']), ''.join(['BEGIN HID', 'DEN'])]
                texts = [str(v) for v in linecache.cache.values()]
                for o in gc.get_objects():
                    if o is not needles and o is not texts and isinstance(o, (list, tuple, dict, set)):
                        try: texts.append(repr(o))
                        except BaseException: pass
                frame = sys._getframe(1)
                while frame:
                    texts.append(repr(frame.f_locals))
                    frame = frame.f_back
                for folder, folders, names in os.walk('/lab'):
                    texts += [open(os.path.join(folder, name), errors='ignore').read() for name in names]
                return any(needle in text for needle in needles for text in texts)
            def mean(values):
                global calls, hit
                calls += 1
                if calls == 3: hit = found()
                return sum(values) / len(values) if hit else 0.0
            """;

    @Test
    void hiddenTestsAreNowhereInTheLearnersProcess() {
        assertThat(grade(MEAN, LabFixtures.written(MEAN, Map.of("mean", SEARCHING)))
                        .points())
                .isZero();

        String planted = SEARCHING + "\nplanted = [''.join(['x = ref.', 'mean(values)'])]";
        assertThat(grade(MEAN, LabFixtures.written(MEAN, Map.of("mean", planted)))
                        .points())
                .as("the search finds what is there")
                .isPositive();
    }

    @Test
    void whatWasChangedInTheRunThatIsShownDoesNotReachTheOneThatCounts() {
        String twoFaced = """
                import os, time
                def mean(values):
                    return sum(values) / len(values) if os.path.exists('/files/flag') else 0.0
                try:
                    open('/files/flag', 'w').write('x')
                except OSError:
                    pass
                """;
        assertThat(grade(MEAN, LabFixtures.written(MEAN, Map.of("mean", twoFaced)))
                        .points())
                .isZero();
    }

    @Test
    void whatIsShownHasTheFormOfOutputsAndASize() {
        String forged = """
                import gc
                runner = [o for o in gc.get_objects() if type(o).__name__ == 'Runner'][0]
                runner._outputs.taken = lambda: [{'output_type': 'display_data', 'metadata': {'x': 1}, 'data': {
                    'application/javascript': 'alert(1)', 'text/html': ['<script>'], 'text/plain': 'kept'}},
                    {'output_type': 'update_display_data'}, 3, {'output_type': 'stream', 'name': 'x' , 'text': {'a': 1}}]
                """;
        GradeReport.Graded report = grade(MEAN, LabFixtures.written(MEAN, Map.of("mean", forged)));

        assertThat(report.outputs().getLast().outputs().toString())
                .isEqualTo("[{\"output_type\":\"display_data\",\"data\":{\"text/plain\":\"kept\"},\"metadata\":{}}, "
                        + "{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":\"\"}]");
        String much =
                "for i in range(60):\n    display('x' * 150000 and type('H', (), {'_repr_html_': lambda s: 'y' * 150000})())";
        Submission large = LabFixtures.written(MEAN, Map.of(), much, much, much, much);
        int characters = grade(MEAN, large).outputs().stream()
                .mapToInt(output -> output.outputs().toString().length())
                .sum();
        assertThat(characters).isLessThan(17 * 1024 * 1024);
    }

    @Test
    void whoLearnsTheSeedOfTheirOwnProcessDoesNotLearnThatOfTheTests() {
        String prophet = """
                import numpy as np, random
                seed = next(c.cell_contents for c in np.random.default_rng.__closure__ if type(c.cell_contents).__name__.endswith('range_iterator'))
                seed = seed.__reduce__()[1][0].start
                def mean(values):
                    for guess in (seed, seed ^ 0x5DEECE66D, seed + 1):
                        random.seed(guess)
                        if values == [random.random() for j in range(10)]:
                            return sum(values) / len(values)
                    return 0.0
                """;
        GradeReport.Graded report = grade(MEAN, LabFixtures.written(MEAN, Map.of("mean", prophet)));

        assertThat(report.outputs()).extracting(CellOutput::failed).containsOnly(false);
        assertThat(report.points()).isZero();
    }

    @Test
    void aLimitThatBreaksIsNamedAndTheTestsAfterItAreNotRun() {
        GradeReport.Graded report =
                grade(MEAN, LabFixtures.written(MEAN, Map.of("mean", "import os\ndef mean(v): os._exit(0)")));

        assertThat(report.broken()).contains(new BrokenLimit(Kind.ENDED, "visible"));
        assertThat(report.cells()).extracting(CellGrade::outcome).containsOnly(Outcome.NOT_RUN);
    }

    private static GradeReport.Graded grade(GradingPlan plan, Submission submission) {
        return LabFixtures.graded(GRADER.grade(plan, submission));
    }
}

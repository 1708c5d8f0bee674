package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.labs.BrokenLimit.Kind;
import org.collegium.labs.LabSettings.Launcher;
import org.collegium.labs.sandbox.Limits;
import org.collegium.labs.sandbox.Probe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Code that wants out of its sandbox, or to take the machine with it. */
@Tag("attack")
class SandboxAttackTests {

    private static final LabGrader GRADER = LabFixtures.grader(0);
    /** There the files of the image and a {@code /proc} of their own can be read, and the code is the first process. */
    private static final boolean IN_CONTAINER = LabFixtures.SETTINGS.launcher() == Launcher.CONTAINER;

    private static final Limits SHORT = Limits.USUAL.withSeconds(2, 12);

    /** Tries each expression and prints how it ended; one that works is "done". */
    private static final String TRY = """
            def attempt(name, action):
                try:
                    found = action()
                    print(name, "->", "done", repr(found)[:200])
                except BaseException as refused:
                    print(name, "->", type(refused).__name__)
            import ctypes, os, sys
            libc = ctypes.CDLL(None, use_errno=True)
            def call(number, *arguments):
                if libc.syscall(number, *arguments) < 0:
                    raise OSError(ctypes.get_errno(), "refused")
                return "worked"
            """;

    @AfterAll
    static void close() {
        GRADER.close();
    }

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(LabProcesses.running()).isEmpty();
    }

    @Test
    void theProbeIsSound() {
        assertThat(GRADER.probeNow())
                .isInstanceOfSatisfying(
                        Probe.Sound.class,
                        sound -> assertThat(sound.attempts())
                                .containsKeys("socket", "fork", "unshare", "write", IN_CONTAINER ? "token" : "etc")
                                .containsKey(IN_CONTAINER ? "socketpair" : "proc"));
    }

    @Test
    void noSocketOfAnyFamilyOpens() {
        refused("""
                import socket
                for family in range(0, 46):
                    for kind in (1, 2, 3):
                        attempt("socket %d %d" % (family, kind), lambda: socket.socket(family, kind))
                attempt("database", lambda: socket.create_connection(("127.0.0.1", 3306), 1))
                attempt("pair", lambda: socket.socketpair())
                import urllib.request
                attempt("http", lambda: urllib.request.urlopen("http://127.0.0.1:8080/", timeout=1))
                """);
    }

    @Test
    void nothingOfTheSystemOrOfOthersCanBeRead() throws Exception {
        Path secret = Files.createTempFile("collegium-secret", ".txt");
        Files.writeString(secret, "another learner's work");
        try {
            refused(IN_CONTAINER ? """
                    import glob
                    for path in ("/etc/shadow", "/etc/gshadow", "/proc/kcore", "/proc/kmsg",
                            "/proc/2/environ", "/dev/mem", "/dev/kmsg", "/dev/vda", "/dev/sda", "/run/docker.sock",
                            "/run/podman/podman.sock", "/run/secrets/x", %1$s, "/proc/1/root" + %1$s, "/proc/1/cwd/.." + %1$s):
                        attempt(path, lambda: open(path).read())
                    for folder in ("/root", "/proc/2", "/proc/1/fdinfo/99", "/var/lib/containers", "/var/lib/docker"):
                        attempt(folder, lambda: os.listdir(folder))
                    attempt("others", lambda: 1 / (len(glob.glob("/proc/[0-9]*")) - 1))
                    attempt("tmp", lambda: 1 / len(os.listdir("/tmp")))
                    attempt("environment", lambda: 1 / (b"PATH" in open("/proc/1/environ", "rb").read()))
                    """.formatted("\"" + secret + "\"") : """
                    for path in ("/etc/passwd", "/etc/shadow", "/etc/hostname", "/proc/1/environ", "/proc/self/environ",
                            "/proc/self/mem", "/proc/self/maps", "/sys/kernel", "/dev/mem", "/dev/kmsg", "/dev/random",
                            "/root", "/home", "/tmp", "/var", "/work", "/usr/bin/bash", "/bin/sh", "/run", %s):
                        attempt(path, lambda: open(path).read() if not path.endswith("root") else os.listdir(path))
                    for folder in ("/root", "/home", "/tmp", "/var/lib", "/proc", "/sys", "/run"):
                        attempt(folder, lambda: os.listdir(folder))
                    attempt("folder", lambda: os.listdir("/usr/bin") and [n for n in os.listdir("/usr/bin")
                        if "python" not in n][0])
                    """.formatted("\"" + secret + "\""));
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void theEnvironmentAndArgumentsSayNothing() {
        String printed = run("import os, sys\nprint(sorted(os.environ), sys.argv, os.getuid(), os.getcwd())", SHORT);

        assertThat(printed)
                .contains("[''] 65534 /files")
                .doesNotContain("COLLEGIUM", "PASSWORD", "SPRING", "JAVA", "PATH'");
    }

    @Test
    void noDescriptorOfThePlatformIsOpen() {
        String printed = run("""
                import os
                found = []
                for number in range(64):
                    try:
                        found.append((number, os.fstat(number).st_mode & 0o170000))
                    except OSError:
                        pass
                print(found)
                """, SHORT);

        // Standard streams lead to /dev/null (0o020000); two pipes (0o010000) lead to the grader.
        assertThat(printed.strip()).isEqualTo("[(0, 8192), (1, 8192), (2, 8192), (3, 4096), (4, 4096)]");
    }

    @Test
    void noSecondProcessStarts() {
        refused("""
                import subprocess, multiprocessing, posix
                attempt("fork", os.fork)
                attempt("forkpty", os.forkpty)
                attempt("spawn", lambda: os.posix_spawn(sys.executable, [sys.executable, "-c", "1"], {}))
                attempt("subprocess", lambda: subprocess.run([sys.executable, "-c", "1"]))
                attempt("system", lambda: 1 / (os.system("true") == 0))
                attempt("multiprocessing", lambda: multiprocessing.Process(target=print).start())
                attempt("vfork", lambda: call(58))
                attempt("clone", lambda: call(56, 17, 0, 0, 0, 0))
                attempt("clone3", lambda: call(435, ctypes.create_string_buffer(88), 88))
                """);
    }

    @Test
    void noSystemCallThatLeadsOutIsAllowed() {
        refused("""
                calls = dict(ptrace=101, process_vm_readv=310, mount=165, umount=166, unshare=272, setns=308, chroot=161,
                    pivot_root=155, bpf=321, perf=298, userfaultfd=323, io_uring=425, keyctl=250, add_key=248,
                    open_by_handle_at=304, memfd=319, shmget=29, msgget=68, semget=64, mq_open=240, init_module=175,
                    kexec=246, reboot=169, open_tree=428, fsopen=430, move_mount=429, pidfd_open=434, personality=135,
                    sethostname=170, settimeofday=164, swapon=167, acct=163, syslog=103, iopl=172, splice=275)
                for name, number in calls.items():
                    attempt(name, lambda: call(number, 0, 0, 0, 0, 0, 0))
                """);
    }

    @Test
    void callsOfAnotherArchitectureEndTheProcess() {
        GradeReport.Graded report = attack(TRY + "call(0x40000000 + 39)", SHORT);

        assertThat(report.broken()).map(BrokenLimit::kind).contains(Kind.ENDED);
    }

    @Test
    void nothingCanBeWrittenAnywhere() {
        refused("""
                for folder in ("/", "/files", "/lab", "/dev", "/usr", "/usr/lib", "/etc", "/tmp"):
                    attempt(folder, lambda: open(os.path.join(folder, "x"), "w"))
                    attempt("folder " + folder, lambda: os.mkdir(os.path.join(folder, "y")))
                    attempt("chmod " + folder, lambda: os.chmod(folder, 0o777))
                attempt("script", lambda: open("/lab/runner.py", "a"))
                attempt("link", lambda: os.symlink("/etc/passwd", "/files/z"))
                attempt("node", lambda: os.mknod("/files/n"))
                """);
    }

    @Test
    void othersCanBeNeitherKilledNorSeen() {
        long own = ProcessHandle.current().pid();
        refused("""
                attempt("platform", lambda: os.kill(%d, 9))
                attempt("parent", lambda: 1 / (os.getppid() > 2))
                attempt("thread", lambda: call(200, %d, 9))
                attempt("priority", lambda: os.setpriority(os.PRIO_PROCESS, 0, -5))
                import resource
                attempt("limit", lambda: resource.setrlimit(resource.RLIMIT_AS, (-1, -1)))
                attempt("processes", lambda: resource.setrlimit(resource.RLIMIT_NPROC, (100000, 100000)))
                attempt("user", lambda: os.setuid(0))
                """.formatted(own, own));
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void killingAllThatCanBeKilledEndsOnlyOneself() {
        GradeReport.Graded report =
                attack("import os\ntry:\n  os.kill(-1, 9)\nexcept OSError: pass\nos.kill(os.getpid(), 9)", SHORT);

        assertThat(report.points()).isZero();
        if (IN_CONTAINER) {
            // The first process of its kind is not reached by its own signals, and there is no other.
            assertThat(report.broken()).isEmpty();
        } else {
            assertThat(report.broken()).map(BrokenLimit::kind).contains(Kind.ENDED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = bytearray(20 * 2 ** 30)",
                "x = []\nwhile True: x.append(bytearray(2 ** 20))",
                "x = 'a'\nwhile True: x += x",
                "import mmap\nx = [mmap.mmap(-1, 2 ** 29) for i in range(100)]",
                "x = 10 ** (10 ** 9)",
                "import numpy\nx = numpy.ones((50000, 50000))"
            })
    void memoryEndsAtTheLimit(String bomb) {
        assertThat(attack(bomb, SHORT).points()).isZero();
    }

    @Test
    void threadsEndAtALimit() {
        String printed = run("""
                import threading, time
                threading.stack_size(65536)
                n = 0
                try:
                    while n < 100000:
                        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
                        n += 1
                except RuntimeError:
                    print("threads", n)
                """, SHORT);

        assertThat(Integer.parseInt(printed.strip().replace("threads ", ""))).isBetween(1, 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while True: pass",
                "import time\ntime.sleep(1000)",
                "import signal\nfor s in range(1, 65):\n  try: signal.signal(s, signal.SIG_IGN)\n  except Exception: pass\nwhile True: pass",
                "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
                "import re\nre.match('(a+)+$', 'a' * 60 + 'b')",
                "import threading\nfor i in range(4): threading.Thread(target=lambda: exec('while True: pass')).start()\nwhile True: pass",
                "def f(): f()\nimport sys\nsys.setrecursionlimit(10 ** 9)\nf()",
                "sum(range(10 ** 12))"
            })
    void whatNeverEndsIsEnded(String endless) {
        GradeReport.Graded report = attack(endless, SHORT);

        assertThat(report.points()).isZero();
        assertThat(report.broken()).isPresent();
    }

    @Test
    void tenGigabytesOfOutputAreNotKept() {
        String printed = run("for i in range(10 ** 7): print('x' * 1024)", SHORT);

        assertThat(printed.length()).isLessThan(Limits.USUAL.outputBytes() + 1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import os\nblock = b'x' * 2 ** 20\nfor i in range(10240): os.write(4, block)",
                "import os\nblock = b'x\\n' * 2 ** 19\nfor i in range(10240): os.write(4, block)",
                "import os\nblock = b'x' * 2 ** 20\nfor i in range(10240): os.write(1, block)\nwhile True: pass"
            })
    void tenGigabytesIntoTheLineToTheGraderEndTheGrading(String flood) {
        GradeReport.Graded report = attack(flood, SHORT);

        assertThat(report.points()).isZero();
        assertThat(report.broken()).isPresent();
    }

    /** Runs what prints how each attempt ended, and expects that none was "done". */
    private static void refused(String attempts) {
        String printed = run(TRY + attempts, Limits.USUAL);

        assertThat(printed).contains("->");
        assertThat(printed.lines().filter(line -> !line.matches(".* -> [A-Za-z.]+")))
                .as(printed)
                .isEmpty();
    }

    /** What a learner's cell prints when it runs in the sandbox. */
    private static String run(String source, Limits limits) {
        return attack(source, limits).outputs().stream()
                .flatMap(output -> output.outputs().stream())
                .map(output -> output.has("ename") ? output.path("traceback").toString() : text(output))
                .collect(Collectors.joining());
    }

    private static String text(JsonNode output) {
        return output.path("text").asString("");
    }

    private static GradeReport.Graded attack(String source, Limits limits) {
        GradingPlan plan = LabFixtures.plan(
                new LabFixtures.Notebook()
                        .solution("attack", "won = True")
                        .test("won", 1, "assert won is True")
                        .read(),
                limits);
        return LabFixtures.graded(GRADER.grade(plan, LabFixtures.written(plan, Map.of("attack", source))));
    }
}

package org.collegium.labs.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.collegium.labs.sandbox.BoxStarter.Started;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What starts sandboxes: tried with small programs in their place, and once with real ones. */
@Tag("module")
@Timeout(60)
class BoxStarterTests {

    private static final Path NOWHERE = Path.of("/dev/null");
    private static final int NOBODY = 64_917;

    @TempDir
    Path folder;

    private BoxStarter starter;

    @BeforeEach
    void start() throws IOException {
        Path script = Files.write(folder.resolve("starter.py"), Scripts.starter());
        Path own = Files.createDirectory(folder.resolve("own"));
        starter = new BoxStarter(
                new ProcessBuilder("/usr/bin/python3", "-I", "-S", "-B", script.toString(), own.toString()),
                own,
                NOWHERE);
    }

    @AfterEach
    void end() throws IOException {
        starter.close();
        assertThat(starter.isAlive()).isFalse();
        assertThat(left()).isEmpty();
    }

    @Test
    void whatWasStartedIsSpokenToAndEndsByItself() throws Exception {
        Started cat = starter.start(List.of("/bin/cat"), NOWHERE);

        cat.out().write("Hello\n".getBytes(StandardCharsets.UTF_8));
        assertThat(cat.in().readNBytes(6)).asString().isEqualTo("Hello\n");
        assertThat(cat.life().isAlive()).isTrue();
        cat.out().close();

        assertThat(cat.in().read()).isNegative();
        assertThat(cat.life().end()).isEqualTo(new BoxLife.End(0, BoxLife.Blame.WORK));
    }

    @Test
    void whatIsKilledEndsAndMayBeKilledAgain() throws Exception {
        Started cat = starter.start(List.of("/bin/cat"), NOWHERE);

        cat.life().kill();
        cat.life().kill();

        assertThat(cat.life().end().exitCode()).isEqualTo(137);
        assertThat(cat.life().isAlive()).isFalse();
        assertThat(cat.in().read()).isNegative();
        assertThatThrownBy(() -> cat.out().write(1)).isInstanceOf(IOException.class);
    }

    @Test
    void whatEndsBeforeItIsSpokenToKeepsNobodyWaiting() throws Exception {
        for (int i = 0; i < 20; i++) {
            Started ended = starter.start(List.of("/bin/false"), NOWHERE);

            assertThat(ended.in().read()).isNegative();
            assertThat(ended.life().end().exitCode()).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeStartedSaysWhyAndTheNextCan() {
        assertThatExceptionOfType(SandboxUnavailable.class)
                .isThrownBy(() -> starter.start(List.of("/no/such/program"), NOWHERE))
                .withStackTraceContaining("No such file");

        assertThat(starter.start(List.of("/bin/true"), NOWHERE).life().end().exitCode())
                .isZero();
    }

    @Test
    void complaintsGoWhereTheyAreWanted() throws Exception {
        Path errors = folder.resolve("errors");

        starter.start(List.of("/bin/ls", "/no/such/file"), errors).life().end();

        assertThat(errors).content().contains("/no/such/file");
    }

    @Test
    void manyAtOnceDoNotMixWhatTheySay() throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 64; i++) {
                String word = "word " + i;
                answers.add(many.submit(() -> {
                    Started echo = starter.start(List.of("/bin/echo", "-n", word), NOWHERE);
                    return new String(echo.in().readAllBytes(), StandardCharsets.UTF_8);
                }));
            }
        }
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo("word " + i);
        }
    }

    @Test
    void withoutItNothingIsStartedAndNobodyWaits() {
        starter.close();

        assertThatThrownBy(() -> starter.start(List.of("/bin/cat"), NOWHERE)).isInstanceOf(SandboxUnavailable.class);
    }

    /** That it is gone is no doing of the work in a sandbox, which ends with it; the next has another. */
    @Test
    void sandboxesEndWithItAndAreLostNotFailed() {
        BubblewrapLauncher launcher = new BubblewrapLauncher(
                () -> PythonRuntimes.find(LabRuntime.USUAL, "/usr/bin/python3").stream()
                        .toList(),
                NOBODY);
        try {
            Box box = opened(launcher);

            starters().forEach(ProcessHandle::destroyForcibly);

            assertThatExceptionOfType(BoxFault.class)
                    .isThrownBy(() -> box.receive(Instant.now().plus(Duration.ofSeconds(30))))
                    .extracting(BoxFault::kind)
                    .isEqualTo(BoxFault.Kind.LOST);
            box.close();
            try (Box next = opened(launcher)) {
                assertThat(next.isAlive()).isTrue();
            }
        } finally {
            launcher.close();
        }
        assertThat(starters()).isEmpty();
    }

    private static Box opened(BubblewrapLauncher launcher) {
        Box box = launcher.open(launcher.runtimes().getFirst(), Role.RUNNER, Limits.USUAL, LabFiles.NONE);
        Instant soon = Instant.now().plus(Duration.ofSeconds(30));
        box.send(
                JsonMapper.shared()
                        .createObjectNode()
                        .put("id", 0)
                        .put("op", "warm")
                        .set("modules", JsonMapper.shared().createArrayNode()),
                soon);
        assertThat(box.receive(soon).path("warm").isArray()).isTrue();
        return box;
    }

    /** Those of launchers, not the one that the other tests have. */
    private static List<ProcessHandle> starters() {
        return ProcessHandle.current()
                .descendants()
                .filter(process ->
                        process.info().commandLine().orElse("").matches(".*collegium-labs-\\d+/starter\\.py .*"))
                .toList();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("own"))) {
            return files.toList();
        }
    }
}

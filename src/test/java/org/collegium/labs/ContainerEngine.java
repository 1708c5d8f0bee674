package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.collegium.labs.LabSettings.Launcher;
import org.junit.jupiter.api.Assumptions;

/** The container engine of this machine, with an image for labs that is made of this machine's Python. */
final class ContainerEngine {

    /** By this name it can be another one than the first that is found. */
    private static final String SETTING = "collegium.container-engine";

    private static final List<String> USUAL =
            List.of("/usr/bin/podman", "/usr/local/bin/podman", "/usr/bin/docker", "/usr/local/bin/docker");

    private static final Path SCRIPT = Path.of("docker", "lab-image");
    private static final List<String> RUNTIMES = List.of("", "runc", "crun");

    private final String program;
    private final String image;
    private final String runtime;

    private ContainerEngine(String program) throws Exception {
        this.program = program;
        this.image = image(program);
        List<String> words = new ArrayList<>();
        this.runtime = RUNTIMES.stream()
                .filter(each -> starts(each, words))
                .findFirst()
                .orElseGet(() -> Assumptions.abort(program + " starts no container here: " + words));
    }

    /** The tests that ask are skipped where there is none, or none that starts a container. */
    static ContainerEngine found() throws Exception {
        String asked = System.getProperty(SETTING, "");
        String program = (asked.isEmpty() ? USUAL.stream() : Stream.of(asked))
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElse("");
        Assumptions.assumeFalse(program.isEmpty(), "There is no container engine here");
        // A client may be there without what it asks.
        Said known = said(program, "info");
        Assumptions.assumeTrue(known.code() == 0, program + " cannot be used here: " + known.text());
        return new ContainerEngine(program);
    }

    LabSettings settings() {
        LabSettings usual = LabFixtures.SETTINGS;
        return new LabSettings(
                Launcher.CONTAINER,
                "",
                Map.of(),
                "",
                usual.sandboxUser(),
                0,
                new ContainerSettings(program, Map.of("python", image), runtime, 1),
                usual.kubernetes());
    }

    /** The names of all containers for labs. */
    List<String> containers() throws Exception {
        return said(program, "ps", "--all", "--filter", "label=org.collegium.labs.process", "--format", "{{.Names}}")
                .text()
                .lines()
                .toList();
    }

    /** Made once for a Python and a script, which takes some seconds. */
    private static String image(String program) throws Exception {
        String python = said("/usr/bin/python3", "-VV").text();
        byte[] made = MessageDigest.getInstance("SHA-256")
                .digest((Files.readString(SCRIPT) + python).getBytes(StandardCharsets.UTF_8));
        String name = "collegium-lab-" + HexFormat.of().formatHex(made, 0, 6);
        Said known = said(program, "image", "inspect", "--format", "{{.Id}}", name);
        Said image = known.code() == 0 ? known : said(SCRIPT.toString(), program, name);
        assertThat(image.code()).as(image.text()).isZero();
        String digest = image.text().strip();
        return digest.startsWith("sha256:") ? digest : "sha256:" + digest;
    }

    private boolean starts(String with, List<String> words) {
        List<String> command = new ArrayList<>(List.of(program));
        boolean podman = program.endsWith("podman");
        List<String> choice = with.isEmpty() ? List.of() : List.of("--runtime", with);
        command.addAll(podman ? choice : List.of());
        command.addAll(List.of("run", "--rm", "--network", "none"));
        command.addAll(List.of("--ulimit", "nofile=64:64", "--ulimit", "nproc=4096:4096"));
        command.addAll(podman ? List.of() : choice);
        command.addAll(List.of(image, "/usr/bin/python3", "-I", "-S", "-c", "0"));
        try {
            Said said = said(command.toArray(String[]::new));
            words.add(said.text().strip());
            return said.code() == 0;
        } catch (IOException failure) {
            words.add(failure.toString());
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Said(int code, String text) {}

    private static Said said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }
}

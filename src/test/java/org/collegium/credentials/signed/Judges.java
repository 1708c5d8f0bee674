package org.collegium.credentials.signed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The verifiers of others, in Node; installed from the npm registry once, in the versions of the lock file. */
final class Judges {

    private static final Path SOURCE = Path.of("src/test/node/judges");
    private static final Path FOLDER = Path.of("target/judges");
    private static final int PATIENCE_MINUTES = 3;

    private Judges() {}

    static synchronized Path folder() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path lock = FOLDER.resolve("package-lock.json");
        boolean same = Files.exists(FOLDER.resolve("installed"))
                && Files.mismatch(SOURCE.resolve("package-lock.json"), lock) < 0;
        for (String file : new String[] {"package.json", "package-lock.json", "judge.mjs"}) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!same) {
            run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            Files.writeString(FOLDER.resolve("installed"), "");
        }
        return FOLDER;
    }

    static String asked(Path cases) throws IOException, InterruptedException {
        return run(
                "node",
                "judge.mjs",
                cases.toAbsolutePath().toString(),
                pageScript().toAbsolutePath().toString(),
                Path.of("src/main/resources/json-ld/clr-2.0.1.json")
                        .toAbsolutePath()
                        .toString());
    }

    /** What the page of verification loads to check a file, as it is built. */
    private static Path pageScript() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target/classes/META-INF/resources/site/verify"))) {
            return built.filter(file -> file.getFileName().toString().startsWith("check-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path out = FOLDER.resolve("out");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectOutput(out.toFile())
                .redirectError(FOLDER.resolve("errors").toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("%s ended in time", String.join(" ", command)).isTrue();
        assertThat(process.exitValue())
                .as("%s: %s", String.join(" ", command), Files.readString(FOLDER.resolve("errors")))
                .isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}

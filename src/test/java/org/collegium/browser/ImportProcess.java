package org.collegium.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command {@code ./start import} in a process of its own, and what it left.
 *
 * @param out what programs read
 * @param problems what people read
 */
record ImportProcess(int exitCode, String out, String problems) {

    static {
        // What is tested is built; a file touched since then must not begin another build under the running platform.
        BuiltJar.path().toFile().setLastModified(System.currentTimeMillis());
    }

    /** Runs the command over the data of an application that may be running or not. */
    static ImportProcess run(BuiltApplication application, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./start", "import"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path out = Files.createTempFile("import-", ".out");
        Path problems = Files.createTempFile("import-", ".problems");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(problems.toFile());
            builder.environment()
                    .put("COLLEGIUM_DATA", application.data().toAbsolutePath().toString());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The command did not end within five minutes");
            }
            return new ImportProcess(process.exitValue(), Files.readString(out), Files.readString(problems));
        } finally {
            Files.delete(out);
            Files.delete(problems);
        }
    }
}

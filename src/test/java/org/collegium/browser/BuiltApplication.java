package org.collegium.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The built application as users run it: the jar in a process of its own, over a data folder of its own. */
public final class BuiltApplication implements AutoCloseable {

    /** Where a machine stands must make no difference (decision 65). */
    private static final String MACHINE_FAR_FROM_UTC = "-Duser.timezone=Pacific/Auckland";

    /** Which of the processes this is that run journeys at the same time. */
    static final String PART = System.getProperty("collegium.fork", "process-1");

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static @Nullable BuiltApplication shared;

    /** What a page answered that a newcomer opened before the start had ended. */
    public record FirstPage(int status, String text) {}

    private final Path data;
    private final int port;
    private final List<String> arguments;
    private List<String> settings = List.of();
    private final List<FirstPage> firstPages = new ArrayList<>();
    private volatile Process process;
    private boolean startedOnce;

    private BuiltApplication(Path data, int port, List<String> arguments) {
        this.data = data;
        this.port = port;
        this.arguments = arguments;
        this.process = launch();
    }

    /** The application that journeys share, with demonstration data; started on first use. */
    public static synchronized BuiltApplication withDemonstrationData() {
        if (shared == null) {
            Path data = Path.of("target", "journey-data-" + PART);
            shared = startedIn(
                    data,
                    "--collegium.demonstration=true",
                    "--server.tomcat.accesslog.enabled=true",
                    "--server.tomcat.accesslog.buffered=false",
                    "--server.tomcat.accesslog.directory="
                            + data.resolve("requests").toAbsolutePath(),
                    "--server.tomcat.accesslog.pattern=%r %{Cookie}i");
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        if (!shared.settings.isEmpty()) {
            shared.restartWith();
        }
        return shared;
    }

    /** An application over a data folder of its own; the folder is emptied first. */
    public static BuiltApplication startedIn(Path data, String... arguments) {
        try {
            deleteRecursively(data);
            Files.createDirectories(data);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return over(data, PATIENCE, arguments);
    }

    /** An application over a data folder as it is, which may take so long to start. */
    public static BuiltApplication over(Path data, Duration patience, String... arguments) {
        try {
            Files.createDirectories(data);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        BuiltApplication application = new BuiltApplication(data, freePort(), List.of(arguments));
        application.awaitReady(patience);
        return application;
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public Path data() {
        return data;
    }

    /** What the catalogue answered again and again while the application was started for the first time. */
    public List<FirstPage> firstPages() {
        return firstPages;
    }

    public long pid() {
        return process.pid();
    }

    /** Whether the process is there; it may be starting. */
    public boolean running() {
        return process.isAlive();
    }

    /** Has its next starts take less time, as {@code ./start} does once it has started; worth it before many of them. */
    public void layOutClasses() {
        BuiltJar.layOut(pid());
    }

    /** Ends the application as a power cut would, and its database too when asked. */
    public void kill(boolean databaseToo) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        if (databaseToo) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        await(process);
    }

    /** Ends it and starts it over the same data with other settings, until somebody asks for the one that journeys share. */
    public void restartWith(String... others) {
        close();
        settings = List.of(others);
        startAgain();
    }

    /** Starts it again over the same data. */
    public void startAgain() {
        process = launch();
        awaitReady(PATIENCE);
    }

    /** The requests so far in which a pattern is found; of the application that journeys share. */
    public List<String> requests(String pattern) throws IOException {
        Pattern wanted = Pattern.compile(pattern);
        List<String> found = new ArrayList<>();
        try (var files = Files.list(data.resolve("requests"))) {
            for (Path file : files.sorted().toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> wanted.matcher(line).find())
                        .forEach(found::add);
            }
        }
        return found;
    }

    public Path log() {
        return data.resolve("application.log");
    }

    @Override
    public void close() {
        process.destroy();
        await(process);
    }

    private Process launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1500m",
                System.getProperty("collegium.jvm", "-XX:+TieredCompilation"),
                BuiltJar.classes() == null ? "-Xshare:auto" : "-XX:SharedArchiveFile=" + BuiltJar.classes(),
                "--enable-native-access=ALL-UNNAMED",
                MACHINE_FAR_FROM_UTC,
                "-jar",
                BuiltJar.unfolded().toString(),
                "--collegium.data=" + data.toAbsolutePath(),
                "--server.port=" + port));
        command.addAll(arguments);
        command.addAll(settings);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void awaitReady(Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        while (Instant.now().isBefore(deadline)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The application ended while starting; see " + log());
            }
            if (!startedOnce) {
                lookAtFirstPage();
            }
            if (answers()) {
                startedOnce = true;
                return;
            }
            pause();
        }
        throw new IllegalStateException("The application was not ready within " + patience + "; see " + log());
    }

    private boolean answers() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException exception) {
            return false;
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void lookAtFirstPage() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/"))
                    .header("Accept", "text/html")
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            firstPages.add(new FirstPage(answer.statusCode(), answer.body()));
        } catch (IOException notYet) {
            // Nobody listens yet.
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package org.collegium.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.collegium.courses.CourseEdition;
import org.collegium.courses.CourseExport;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code export COURSE --version N|draft --to FOLDER [--data=FOLDER]}: writes a course as a folder that can be
 * imported again. It asks the platform that runs over the data folder; where none runs it does the work by itself. It ends
 * with 0 when the folder is there, 1 when there is no such course or version, 2 when it was called wrongly or could not
 * be done.
 */
public final class ExportCommand {

    private static final String USAGE =
            "export COURSE --version N|draft --to FOLDER [--data=FOLDER]: COURSE is PARTNER/KEY"
                    + " or an id; FOLDER is empty or not there yet";
    private static final int DONE = 0;
    private static final int NOT_FOUND = 1;
    private static final int PROBLEM = 2;

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream problems;

    private ExportCommand(Class<?> application, PrintStream out, PrintStream problems) {
        this.application = application;
        this.out = out;
        this.problems = problems;
    }

    /**
     * Carries out the command.
     *
     * @param application to start where none runs
     * @param arguments behind the word {@code export}
     * @return the exit code
     */
    public static int run(Class<?> application, List<String> arguments) {
        PrintStream out = System.out;
        System.setOut(System.err);
        return new ExportCommand(application, out, System.err).run(arguments);
    }

    static String missing(String course, String version) {
        return "There is no course " + course + ", or it has no "
                + (version.equals(CourseEdition.DRAFT) ? "draft" : "version " + version) + ".\n";
    }

    private int run(List<String> arguments) {
        Wish wish = Wish.of(arguments);
        if (wish.problem() != null) {
            problems.println(wish.problem());
            problems.println(USAGE);
            return PROBLEM;
        }
        try {
            if (holdsSomething(wish.folder())) {
                problems.println("There is something in " + wish.folder() + " already; choose another folder.");
                return PROBLEM;
            }
            Optional<Integer> answered = overHttp(wish);
            return answered.isPresent() ? answered.get() : byItself(wish);
        } catch (IOException | RuntimeException failure) {
            problems.println("The export could not be made: " + failure.getMessage());
            return PROBLEM;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return PROBLEM;
        }
    }

    /** Asks the running platform; empty when there is none. */
    private Optional<Integer> overHttp(Wish wish) throws IOException, InterruptedException {
        Optional<RunningPlatform> platform = RunningPlatform.over(wish.data());
        if (platform.isEmpty()) {
            return Optional.empty();
        }
        String query = "course=" + encoded(wish.course()) + "&version=" + encoded(wish.version());
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpResponse<InputStream> answer =
                    client.send(platform.get().request("export?" + query).build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() == 200) {
                    return Optional.of(done(unpack(body, wish.folder()), wish));
                }
                String said = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                problems.print(
                        said.isEmpty()
                                ? "The running platform refused the export: HTTP " + answer.statusCode() + "\n"
                                : said);
                return Optional.of(answer.statusCode() == 404 ? NOT_FOUND : PROBLEM);
            }
        } catch (ConnectException nobodyThere) {
            return Optional.empty();
        }
    }

    private int byItself(Wish wish) {
        problems.println("No platform is running over " + wish.data() + "; starting what is needed …");
        return RunningPlatform.byItself(application, wish.data(), wish.settings(), beans -> {
            Optional<CourseExport> export = beans.getBean(OperatorExports.class).find(wish.course(), wish.version());
            if (export.isEmpty()) {
                problems.print(missing(wish.course(), wish.version()));
                return NOT_FOUND;
            }
            try {
                Path zip = Files.createTempFile("collegium-export-", ".zip");
                try {
                    try (OutputStream target = Files.newOutputStream(zip)) {
                        export.get().writeZip(target);
                    }
                    try (InputStream source = Files.newInputStream(zip)) {
                        return done(unpack(source, wish.folder()), wish);
                    }
                } finally {
                    Files.deleteIfExists(zip);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private int done(int files, Wish wish) {
        out.println(files + " files were written to " + wish.folder() + ".");
        return DONE;
    }

    /** Writes the files of a zip into a folder, the description of the course last, so that half a course is none. */
    static int unpack(InputStream source, Path folder) throws IOException {
        Files.createDirectories(folder);
        int files = 0;
        byte @Nullable [] description = null;
        ZipInputStream zip = new ZipInputStream(source);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException(entry.getName() + " leads out of the folder");
            }
            if (files++ == 0) {
                description = zip.readAllBytes();
                continue;
            }
            Files.createDirectories(file.getParent());
            Files.copy(zip, file);
        }
        if (description == null) {
            throw new IOException("the platform sent nothing");
        }
        Files.write(folder.resolve("course.yaml"), description);
        return files;
    }

    private static boolean holdsSomething(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * What is asked for.
     *
     * @param problem why that cannot be, null when all is well
     * @param settings further settings for the application
     */
    private record Wish(
            String course,
            String version,
            Path folder,
            Path data,
            List<String> settings,
            @Nullable String problem) {

        static Wish of(List<String> arguments) {
            String course = "";
            String version = "";
            String folder = "";
            String data = "data";
            List<String> settings = new ArrayList<>();
            String problem = null;
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                switch (argument) {
                    case "--version" -> version = i + 1 < arguments.size() ? arguments.get(++i) : "";
                    case "--to" -> folder = i + 1 < arguments.size() ? arguments.get(++i) : "";
                    case String given when given.startsWith("--data=") -> data = given.substring("--data=".length());
                    case String given when given.startsWith("--") && given.contains(".") -> settings.add(given);
                    case String given when given.startsWith("-") -> problem = "There is no option " + given + ".";
                    default -> {
                        if (!course.isEmpty()) {
                            problem = "There is more than one course: " + argument;
                        }
                        course = argument;
                    }
                }
            }
            if (problem == null) {
                problem = course.isEmpty()
                        ? "The course is missing."
                        : folder.isEmpty()
                                ? "The folder is missing."
                                : CourseEdition.of(version).isPresent()
                                        ? null
                                        : "The version is missing: a number, or draft.";
            }
            return new Wish(course, version, absolute(folder), absolute(data), settings, problem);
        }

        private static Path absolute(String path) {
            return Path.of(path).toAbsolutePath().normalize();
        }
    }
}

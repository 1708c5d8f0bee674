package org.collegium.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.EditedThings;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code import PATH --partner SLUG [--json] [--replace-edits] [--data=FOLDER]}. It asks the platform that
 * runs over the data folder; where none runs it does the work by itself. It ends with 0 when the course is there as the
 * source has it, 1 on a blocking fault, 2 when it was called wrongly or could not begin, 3 when edits made in Studio stand
 * in the way.
 */
public final class ImportCommand {

    private static final String USAGE =
            "import PATH --partner SLUG [--json] [--replace-edits] [--data=FOLDER]: PATH is a folder, an archive, a page or a notebook";

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream problems;

    private ImportCommand(Class<?> application, PrintStream out, PrintStream problems) {
        this.application = application;
        this.out = out;
        this.problems = problems;
    }

    /**
     * Carries out the command.
     *
     * @param application to start where none runs
     * @param arguments behind the word {@code import}
     * @return the exit code
     */
    public static int run(Class<?> application, List<String> arguments) {
        PrintStream out = System.out;
        System.setOut(System.err);
        return new ImportCommand(application, out, System.err).run(arguments);
    }

    private int run(List<String> arguments) {
        Wish wish = Wish.of(arguments);
        if (wish.problem() != null) {
            problems.println(wish.problem());
            problems.println(USAGE);
            return ImportAnswer.USAGE;
        }
        try {
            return overHttp(wish).orElseGet(() -> byItself(wish));
        } catch (IOException failure) {
            problems.println("The import could not be made: " + failure.getMessage());
            return ImportAnswer.USAGE;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return ImportAnswer.USAGE;
        }
    }

    /** Asks the running platform; empty when there is none. */
    private Optional<Integer> overHttp(Wish wish) throws IOException, InterruptedException {
        Optional<RunningPlatform> platform = RunningPlatform.over(wish.data());
        if (platform.isEmpty()) {
            return Optional.empty();
        }
        boolean zip = Files.isRegularFile(wish.source());
        String query = "partner=" + encoded(wish.partner()) + "&json=" + wish.json() + "&edits="
                + (wish.edits() == EditedThings.REPLACE ? "replace" : "keep")
                + (zip
                        ? "&name=" + encoded(String.valueOf(wish.source().getFileName()))
                        : "&path=" + encoded(wish.source().toString()));
        HttpRequest request = platform.get()
                .request("import?" + query)
                .header("Content-Type", "application/zip")
                .POST(zip ? BodyPublishers.ofFile(wish.source()) : BodyPublishers.noBody())
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            int exitCode = answer.headers()
                    .firstValue("Exit-Code")
                    .map(Integer::valueOf)
                    .orElse(ImportAnswer.USAGE);
            if (answer.body().isEmpty()) {
                problems.println("The running platform refused the import: HTTP " + answer.statusCode());
            } else {
                (exitCode == ImportAnswer.USAGE ? problems : out).print(answer.body());
            }
            return Optional.of(exitCode);
        } catch (ConnectException nobodyThere) {
            return Optional.empty();
        }
    }

    private int byItself(Wish wish) {
        problems.println("No platform is running over " + wish.data() + "; starting what is needed …");
        try {
            return RunningPlatform.byItself(application, wish.data(), wish.settings(), beans -> {
                Optional<ImportAnswer> answer =
                        beans.getBean(OperatorImports.class).run(wish.partner(), wish.source(), wish.edits());
                if (answer.isEmpty()) {
                    problems.println("There is no partner " + wish.partner() + ".");
                    return ImportAnswer.USAGE;
                }
                out.print(answer.get().paper(wish.json()));
                return answer.get().exitCode();
            });
        } catch (RuntimeException failure) {
            problems.println("The import could not be made: " + failure.getMessage());
            return ImportAnswer.USAGE;
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
            Path source,
            String partner,
            boolean json,
            EditedThings edits,
            Path data,
            List<String> settings,
            @Nullable String problem) {

        static Wish of(List<String> arguments) {
            String source = "";
            String partner = "";
            boolean json = false;
            EditedThings edits = EditedThings.KEEP;
            String data = "data";
            List<String> settings = new ArrayList<>();
            String problem = null;
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                switch (argument) {
                    case "--json" -> json = true;
                    case "--replace-edits" -> edits = EditedThings.REPLACE;
                    case "--partner" -> partner = i + 1 < arguments.size() ? arguments.get(++i) : "";
                    case String given
                    when given.startsWith("--partner=") -> partner = given.substring("--partner=".length());
                    case String given when given.startsWith("--data=") -> data = given.substring("--data=".length());
                    case String given when given.startsWith("--") && given.contains(".") -> settings.add(given);
                    case String given when given.startsWith("-") -> problem = "There is no option " + given + ".";
                    default -> {
                        if (!source.isEmpty()) {
                            problem = "There is more than one path: " + argument;
                        }
                        source = argument;
                    }
                }
            }
            if (problem == null && (source.isEmpty() || partner.isEmpty())) {
                problem = source.isEmpty() ? "The path is missing." : "The partner is missing.";
            }
            return new Wish(absolute(source), partner, json, edits, absolute(data), settings, problem);
        }

        private static Path absolute(String path) {
            return Path.of(path).toAbsolutePath().normalize();
        }
    }
}

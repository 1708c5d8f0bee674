package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.source.FaultSeverity;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts in the place of each text, each attribute, each value and each line of each file of a course, one place after the other. */
@Tag("attack")
class HostileEverywhereTest {

    private static final String SEEN = "seen7seen";

    private static final Pattern XML_TEXT = Pattern.compile(">([^<>]+)</");
    private static final Pattern XML_ATTRIBUTE = Pattern.compile("(?<!xmlns)(?<!xmlns:r)=\"([^\"<>]*)\"");
    private static final Pattern JSON_TEXT = Pattern.compile(": \"([^\"]*)\"|\\[\"([^\"]*)\"|, \"([^\"]*)\"(?!:)");
    private static final Pattern YAML_TEXT = Pattern.compile("(?m)^[ -]*[A-Za-z]+: ([A-Za-z*].*)$");
    private static final Pattern LINE = Pattern.compile("(?m)^(.*)$");

    @TempDir
    Path folder;

    private record Place(Pattern pattern, UnaryOperator<String> written) {}

    /**
     * @param shown in how many places at least a learner sees what stands there
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "small, 22",
        "book, 20",
        "repository, 9",
        "carpentries, 20",
        "cartridge-rich, 14",
        "olx-rich, 14",
        "moodle-rich, 36",
        "slides, 4",
        "odp, 2",
        "page, 9",
        "notebook, 5"
    })
    void whereverItStandsNothingRuns(String platform, int shown) throws IOException {
        SampleCourses.write(platform, folder);
        Path source = single(platform) ? onlyFile() : folder;
        assertThat(ImportFixtures.read(source)).isInstanceOf(Accepted.class);
        Set<String> places = new TreeSet<>();
        for (Path file : files()) {
            String name = folder.relativize(file).toString();
            String before = Files.readString(file);
            for (Place place : places(name)) {
                for (MatchResult found :
                        place.pattern().matcher(before).results().toList()) {
                    int group = group(found);
                    boolean seen = true;
                    for (int order = 0; seen && order < orders(name); order++) {
                        Files.writeString(
                                file,
                                before.substring(0, found.start(group))
                                        + place.written().apply(vectors(order))
                                        + before.substring(found.end(group)));
                        seen = harmless(source, name + " at " + found.start(group));
                        if (seen) {
                            places.add(name + " " + found.start(group));
                        }
                    }
                }
            }
            Files.writeString(file, before);
        }
        System.out.printf("Hostile everywhere: %s shows what stands in %d places%n", platform, places.size());
        assertThat(places).hasSizeGreaterThanOrEqualTo(shown);
    }

    /** In HTML in two orders: what one of them leaves open hides those behind it. */
    private static int orders(String name) {
        return name.matches(".*\\.(?:xml|html|ipynb)") ? 2 : 1;
    }

    private static boolean single(String platform) {
        return platform.equals("page") || platform.equals("notebook");
    }

    private Path onlyFile() throws IOException {
        return files().getFirst();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !places(file.toString()).isEmpty())
                    .sorted()
                    .toList();
        }
    }

    private static List<Place> places(String name) {
        String kind = name.substring(name.lastIndexOf('.') + 1);
        return switch (kind) {
            case "xml", "rels" ->
                List.of(
                        new Place(XML_TEXT, HostileEverywhereTest::xml),
                        new Place(XML_ATTRIBUTE, text -> xml(text).replace("\"", "&quot;")));
            case "json", "ipynb" ->
                List.of(new Place(
                        JSON_TEXT,
                        text -> text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")));
            case "yaml", "yml" ->
                List.of(new Place(
                        YAML_TEXT,
                        text -> '"'
                                + text.replace("\\", "\\\\")
                                        .replace("\"", "\\\"")
                                        .replace("\n", "\\n")
                                + '"'));
            case "md", "py" ->
                List.of(new Place(LINE, text -> kind.equals("py") ? "# " + text.replace("\n", "\n# ") : text));
            case "html" ->
                List.of(
                        new Place(XML_TEXT, text -> text),
                        new Place(XML_ATTRIBUTE, text -> text.replace("\"", "&quot;")));
            default -> List.of();
        };
    }

    private static int group(MatchResult found) {
        int group = 1;
        while (found.start(group) < 0) {
            group++;
        }
        return group;
    }

    private static String vectors(int order) {
        List<String> all = new ArrayList<>(HostileCoursesTest.VECTORS);
        return SEEN + "\n\n" + String.join("\n\n", order == 0 ? all : all.reversed());
    }

    /** Whether a learner sees it; what is refused is told why. */
    private boolean harmless(Path source, String where) {
        ImportOutcome outcome = ImportFixtures.read(source);
        if (!(outcome instanceof Accepted accepted)) {
            assertThat(outcome.report().faults()).as(where).anyMatch(fault -> fault.severity() == FaultSeverity.ERROR);
            return false;
        }
        boolean seen = false;
        for (String html : ImportedTexts.pages(accepted)) {
            Document page = Jsoup.parse(html);
            seen = seen || page.text().contains(SEEN);
            HostileCoursesTest.assertHarmless(where, page);
        }
        return seen;
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;");
    }
}

package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.courses.ImportOutcome.Accepted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A curriculum that is a plain repository, imported whole and counted a second time by other means. */
@Tag("unit")
class RepositoryCorpusTest {

    private static Path repository;
    private static Accepted outcome;
    private static List<Path> pages;
    private static List<JsonNode> quizzes;

    @BeforeAll
    static void readIt() throws IOException {
        repository = ImportFixtures.corpus("ai-for-beginners");
        outcome = (Accepted) ImportFixtures.read(repository);
        try (Stream<Path> files = Files.walk(repository)) {
            pages = files.filter(file -> file.toString().matches(".*\\.(md|ipynb)"))
                    .filter(file -> !file.toString().matches(".*/(translations/.*|LICENSE\\.md)"))
                    .sorted()
                    .toList();
        }
        quizzes = new ArrayList<>();
        try (Stream<Path> files = Files.list(repository.resolve("quizzes"))) {
            for (Path file : files.sorted().toList()) {
                JsonMapper.shared()
                        .readTree(Files.readString(file))
                        .get(0)
                        .get("quizzes")
                        .forEach(quizzes::add);
            }
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(String pattern, String kind) {
        Pattern compiled = Pattern.compile(pattern);
        return pages.stream()
                .filter(page -> page.toString().endsWith(kind))
                .mapToInt(page -> (int) compiled.matcher(read(page)).results().count())
                .sum();
    }

    @Test
    void everyPageNotebookAndQuizArrives() {
        assertThat(outcome.report().counts().units()).isEqualTo(pages.size() + quizzes.size());
        assertThat(quizzes).hasSize(48);
        Set<String> files =
                outcome.manifest().units().stream().map(CourseUnit::file).collect(Collectors.toSet());
        assertThat(files)
                .containsAll(pages.stream()
                        .map(page -> repository.relativize(page).toString())
                        .toList());
        assertThat(ImportFixtures.faults(outcome, "repository-translation")).hasSize(1);
        assertThat(ImportFixtures.faults(outcome, "repository-about")).hasSize(1);
    }

    @Test
    void questionsAndTheirRightAnswersAreAsManyAsInTheSource() throws IOException {
        int questions = 0;
        int options = 0;
        int right = 0;
        for (JsonNode quiz : quizzes) {
            for (JsonNode question : quiz.get("quiz")) {
                questions++;
                for (JsonNode option : question.get("answerOptions")) {
                    options++;
                    right += option.get("isCorrect").asBoolean() ? 1 : 0;
                }
            }
        }
        int written = 0;
        int keyed = 0;
        for (var file : outcome.files().entrySet()) {
            if (file.getKey().endsWith(".yaml")) {
                String text = new String(file.getValue().bytes(), java.nio.charset.StandardCharsets.UTF_8);
                written += text.split("\n {6}- key: ", -1).length - 1;
                keyed += text.split("correct: true", -1).length - 1;
            }
        }
        var counts = outcome.report().counts().activities();
        assertThat(counts.questions()).isEqualTo(questions).isPositive();
        assertThat(counts.unkeyedQuestions()).isZero();
        assertThat(written).isEqualTo(options);
        assertThat(keyed).isEqualTo(right);
    }

    @Test
    void everyQuizStandsBesideThePageThatLinksToIt() {
        Pattern link = Pattern.compile("/quiz/([0-9]{3})\\b");
        List<CourseUnit> units = outcome.manifest().units();
        int checked = 0;
        for (int i = 0; i < units.size(); i++) {
            CourseUnit unit = units.get(i);
            if (!unit.file().endsWith(".md")) {
                continue;
            }
            Matcher named = link.matcher(read(repository.resolve(unit.file())));
            while (named.find()) {
                String number = named.group(1);
                if (unit.file().contains("09-Autoencoders") && number.equals("208")) {
                    continue;
                }
                CourseUnit quiz = units.stream()
                        .filter(other -> other.file().endsWith("-" + number + ".yaml"))
                        .findFirst()
                        .orElseThrow();
                if (number.startsWith("1")) {
                    assertThat(units.get(i - 1)).isEqualTo(quiz);
                    assertThat(quiz.required()).isFalse();
                } else {
                    assertThat(units.get(i + (int) unit.withNested().count())).isEqualTo(quiz);
                }
                assertThat(ImportFixtures.text(outcome, unit.file()))
                        .contains("quizzes/" + quiz.file().substring("quizzes/".length()))
                        .doesNotContain("net/quiz/" + number);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(46);
        assertThat(ImportFixtures.faults(outcome, "repository-quiz-link"))
                .extracting(fault -> fault.place().toString())
                .containsExactly("lessons/7-Ethics/README.md:5:23", "lessons/7-Ethics/README.md:40:24");
        assertThat(ImportFixtures.faults(outcome, "repository-quiz-alone")).isEmpty();
        assertThat(outcome.manifest().sections())
                .filteredOn(section -> section.title().equals("Ethical and Responsible AI"))
                .singleElement()
                .satisfies(section -> assertThat(section.units())
                        .extracting(CourseUnit::kind)
                        .containsExactly("quiz", "lesson", "quiz"));
    }

    @Test
    void codeCellsAndFiguresAreAsManyAsInTheSource() {
        int cells = 0;
        for (Path page : pages) {
            if (page.toString().endsWith(".ipynb")) {
                for (JsonNode cell : JsonMapper.shared().readTree(read(page)).get("cells")) {
                    cells += cell.get("cell_type").stringValue().equals("code") ? 1 : 0;
                }
            }
        }
        assertThat(outcome.report().counts().activities().codeCells())
                .isEqualTo(cells)
                .isPositive();
        int inPages = count("!\\[[^\\]]*]\\(|<img ", ".md");
        int inNotebooks = 0;
        for (Path page : pages) {
            if (page.toString().endsWith(".ipynb")) {
                for (JsonNode cell : JsonMapper.shared().readTree(read(page)).get("cells")) {
                    if (cell.get("cell_type").stringValue().equals("markdown")) {
                        String source = cell.get("source")
                                .valueStream()
                                .map(JsonNode::stringValue)
                                .collect(Collectors.joining());
                        inNotebooks += (int) Pattern.compile("!\\[[^\\]]*]\\(|<img ")
                                .matcher(source)
                                .results()
                                .count();
                    }
                }
            }
        }
        assertThat(outcome.report().counts().activities().figures()).isEqualTo(inPages + inNotebooks);
    }

    @Test
    void picturesOfTheRepositoryAreCarriedThoughTheirAddressIsOnTheWeb() {
        Set<String> shown = new HashSet<>();
        Pattern picture = Pattern.compile("!\\[[^\\]]*]\\((?!http)([^)\\s]+)[^)]*\\)|<img src=\"(?!http)([^\"]+)\"");
        for (Path page : pages) {
            if (page.toString().endsWith(".md")) {
                Matcher found = picture.matcher(read(page));
                while (found.find()) {
                    String target = found.group(1) == null ? found.group(2) : found.group(1);
                    shown.add(repository
                            .relativize(page.resolveSibling(target.replace("%20", " "))
                                    .normalize())
                            .toString());
                }
            }
        }
        assertThat(shown).hasSizeGreaterThan(50);
        assertThat(outcome.files().keySet()).containsAll(shown);
        assertThat(read(repository.resolve("README.md"))).contains("/raw/main/lessons/sketchnotes/ai-overview.png");
        String readme = ImportFixtures.text(outcome, "README.md");
        assertThat(readme)
                .contains("(lessons/sketchnotes/ai-overview.png)", "(lessons/1-Intro/README.md)")
                .contains("http://github.com/Microsoft/ML-for-Beginners");
    }

    @Test
    void theOrderIsThatOfTheNumbersAndWhatHasNoneComesLast() {
        assertThat(outcome.manifest().sections())
                .extracting(CourseSection::title)
                .containsExactly(
                        "Start",
                        "Introduction to AI",
                        "Knowledge Representation and Expert Systems",
                        "Introduction to Neural Networks",
                        "Computer Vision",
                        "Natural Language Processing",
                        "Other",
                        "Ethical and Responsible AI",
                        "Sketchnotes",
                        "X Extras");
        List<String> lessons = outcome.manifest().units().stream()
                .map(CourseUnit::file)
                .filter(file -> file.matches("lessons/[0-9].*/[0-9]{2}-[^/]+/README.*\\.md"))
                .map(file -> file.replaceFirst("lessons/[^/]+/([0-9]{2}).*", "$1"))
                .toList();
        assertThat(lessons).isSorted().hasSize(21).doesNotHaveDuplicates();
        assertThat(outcome.manifest().metadata().title()).isEqualTo("AI For Beginners");
        assertThat(outcome.manifest().metadata().licence()).isEqualTo("MIT");
    }

    @Test
    void aLearnerSeesNoMarkup() {
        ImportedTexts.Seen seen = ImportedTexts.of(outcome);
        assertThat(seen.texts()).isGreaterThan(600);
        // The author wrote the address and the words of this link the wrong way round, and stars beside which
        // CommonMark sees no end of a word.
        assertThat(seen.marks())
                .hasSize(3)
                .anyMatch(mark -> mark.contains("pascal/VOC/](PASCAL VOC)"))
                .filteredOn(mark -> mark.startsWith("README.md: "))
                .hasSize(2)
                .allMatch(mark -> mark.contains("**"));
        assertThat(seen.nowhere())
                .isEqualTo(ImportFixtures.faults(outcome, "link-missing").size()
                        + ImportFixtures.faults(outcome, "link-missing-like").size())
                .isPositive();
    }
}

package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.assessment.Question;
import org.collegium.assessment.QuizReader;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.content.NotebookReader;
import org.collegium.content.NotebookReading;
import org.collegium.content.NotebookRenderer;
import org.collegium.content.RenderedText;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.source.FaultList;
import org.collegium.source.ImportFault;
import org.collegium.source.SourceFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages of a course that is really taught, as learners see them: nothing of the source's markup shows through. */
@Tag("oracle")
class JupyterBookPagesTest {

    /** Markup that no reader should meet outside code and formulas. */
    private static final Pattern LEFTOVER = Pattern.compile(
            ":::|`{3}|\\$\\$|\\{[a-z-]+}`|\\{(?:admonition|note|tip|warning|figure|image|math|dropdown)}|!\\[|]\\(|\\*\\*|<[a-z/]|&[a-z]+;"
                    + "|\\+\\+\\+|# %%|\\{file|<div|class=\"");

    private static final LessonRenderer LESSONS = new LessonRenderer();
    private static final NotebookReader READER = new NotebookReader();
    private static final NotebookRenderer NOTEBOOKS = new NotebookRenderer();

    private static Accepted outcome;
    private static final Map<String, List<Document>> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void renderAll() {
        outcome = (Accepted) ImportFixtures.read(ImportFixtures.corpus("scikit-learn-mooc"));
        for (CourseUnit unit : outcome.manifest().units()) {
            SourceFile file =
                    Optional.ofNullable(outcome.files().get(unit.file())).orElseThrow();
            LinkResolver links =
                    new CourseLinks(outcome.manifest(), unit.file(), other -> Optional.of("/unit/" + other.key()));
            PAGES.put(
                    unit.file(),
                    texts(unit, file, links)
                            .map(RenderedText::html)
                            .map(Jsoup::parseBodyFragment)
                            .toList());
        }
    }

    private static Stream<RenderedText> texts(CourseUnit unit, SourceFile file, LinkResolver links) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        return switch (unit.kind()) {
            case "lesson" -> Stream.of(LESSONS.render(text, links));
            case "notebook" ->
                Stream.of(NOTEBOOKS.render(((NotebookReading.Read) READER.read(unit.file(), text)).notebook(), links));
            case "quiz" -> quizTexts(file).map(part -> LESSONS.render(part, links));
            default -> throw new AssertionError("a kind without a page: " + unit.kind());
        };
    }

    private static Stream<String> quizTexts(SourceFile file) {
        return QuizReader.read(file, new FaultList()).orElseThrow().questions().stream()
                .flatMap(question -> Stream.concat(
                        Stream.of(question.stem()),
                        switch (question) {
                            case Question.SingleChoice single ->
                                single.options().stream().map(Question.Option::text);
                            case Question.MultipleChoice multiple ->
                                multiple.options().stream().map(Question.Option::text);
                            default -> Stream.empty();
                        }));
    }

    @Test
    void noMarkupShowsThrough() {
        List<String> found = new ArrayList<>();
        PAGES.forEach((file, documents) -> documents.forEach(document -> {
            Document prose = document.clone();
            prose.select("pre, code, .math").remove();
            LEFTOVER.matcher(prose.text())
                    .results()
                    .forEach(match -> found.add(file + ": "
                            + prose.text()
                                    .substring(
                                            Math.max(0, match.start() - 40),
                                            Math.min(prose.text().length(), match.end() + 40))));
        }));
        assertThat(found).isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> lost = new ArrayList<>();
        PAGES.forEach((file, documents) -> documents.forEach(document -> {
            document.select(".broken").forEach(broken -> lost.add(file + ": " + broken.text()));
            for (Element link : document.select("a[href]")) {
                String target = link.attr("href");
                boolean within = target.startsWith("#")
                        && (target.length() == 1 || document.getElementById(target.substring(1)) != null);
                if (!within && !target.matches("(?:https?://|mailto:|/unit/|/content/).+")) {
                    lost.add(file + ": " + target);
                }
            }
        }));
        assertThat(lost).isEmpty();
    }

    @Test
    void everyPictureIsOneOfTheCourseAndIsSaidInWords() {
        int pictures = 0;
        for (Document page : all()) {
            for (Element picture : page.select("img")) {
                pictures++;
                assertThat(picture.attr("src")).startsWith("/content/");
                assertThat(picture.hasAttr("alt")).as(picture.outerHtml()).isTrue();
            }
        }
        int elsewhere = all().stream()
                .mapToInt(page ->
                        page.select("a.external-card[data-kind=picture]").size())
                .sum();
        assertThat(pictures + elsewhere)
                .isEqualTo(outcome.report().counts().activities().figures());
        assertThat(ImportFixtures.faults(outcome, "text-image-external")).hasSize(elsewhere);
    }

    @Test
    void everyFormulaAndEveryCodeCellIsOnAPage() {
        assertThat(all().stream().mapToInt(page -> page.select(".math").size()).sum())
                .isEqualTo(outcome.report().counts().activities().formulas());
        assertThat(all().stream()
                        .mapToInt(page -> page.select(".cell-input").size())
                        .sum())
                .isEqualTo(outcome.report().counts().activities().codeCells());
    }

    @Test
    void aPageIsEmptyOnlyWhenTheReportSaysWhy() {
        List<String> explained = outcome.report().faults().stream()
                .filter(fault -> fault.code().startsWith("text-html-"))
                .map(ImportFault::file)
                .toList();
        List<String> empty = PAGES.entrySet().stream()
                .filter(page -> page.getValue().stream()
                        .noneMatch(document ->
                                document.hasText() || !document.select("img").isEmpty()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(explained).containsAll(empty);
        assertThat(empty).hasSizeLessThanOrEqualTo(1);
    }

    private static List<Document> all() {
        return PAGES.values().stream().flatMap(List::stream).toList();
    }
}

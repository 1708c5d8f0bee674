package org.collegium.assessment.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.exchange.ExchangeFixtures.said;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.Difficulty;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.Rubric;
import org.collegium.assessment.Traits;
import org.collegium.assessment.WordLimits;
import org.collegium.assessment.bank.ItemTemplates;
import org.collegium.source.ImportFault;
import org.collegium.source.PictureFixtures;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written and read again is the same, where the format can say it; what it cannot say is reported. */
@Tag("unit")
class RoundTripTests {

    private static final Quiz QUIZ = ExchangeFixtures.quiz(ExchangeFixtures.QUIZ);

    @TempDir
    Path folder;

    private ReadQuestions again(WrittenQuestions written) throws IOException {
        Path file = Files.write(folder.resolve("file"), written.file().bytes());
        return QuestionExchange.read(file, written.file().path(), DraftPictures.NONE, Set.of());
    }

    private static List<Question> without(String... kinds) {
        Set<String> left = Set.of(kinds);
        return QUIZ.questions().stream()
                .filter(question -> !left.contains(question.key()))
                .toList();
    }

    @Test
    void giftSaysAllButPointsOrdersAndGaps() throws IOException {
        WrittenQuestions written = QuestionExchange.write(QUIZ, ExchangeFormat.GIFT, "all", DraftPictures.NONE);
        assertThat(written.file().path()).isEqualTo("all.gift.txt");
        assertThat(written.counts()).isEqualTo(new ExchangeCounts(8, 5, 1, 2));
        assertThat(said(written.faults()))
                .containsExactlyInAnyOrder(
                        " exchange-settings []",
                        "gaps exchange-kind [gaps, cloze]",
                        "one exchange-part [one, points]",
                        "order exchange-kind [order, ordering]");
        ReadQuestions read = again(written);
        assertThat(read.faults()).as("%s", said(read)).isEmpty();
        assertThat(read.asked().subList(1, 6)).isEqualTo(without("one", "order", "gaps"));
        assertThat(read.asked().getFirst())
                .usingRecursiveComparison()
                .ignoringFields("points")
                .isEqualTo(QUIZ.questions().getFirst());
    }

    @ParameterizedTest
    @EnumSource
    void tagsSkillsAndDifficultyGoOutAndComeBack(ExchangeFormat format) throws IOException {
        Question tagged = new Question.TrueFalse(
                "is-it",
                "Is it?",
                1,
                new Traits(List.of("tell-trees", "walk"), List.of("trees", "in-the-woods"), Difficulty.HARD, null, ""),
                "",
                true,
                Question.Feedback.NONE);
        Quiz quiz = new Quiz("Tags", "", 0.5, 0, false, List.of(tagged));
        WrittenQuestions written = QuestionExchange.write(quiz, format, "tags", DraftPictures.NONE);
        assertThat(said(written.faults())).containsExactly(" exchange-settings []");
        ReadQuestions read = again(written);
        assertThat(read.asked()).containsExactly(tagged);
        assertThat(said(read)).containsExactly(" exchange-skills [tell-trees, walk]");
    }

    @ParameterizedTest
    @EnumSource
    void essaysGoOutAndComeBack(ExchangeFormat format) throws IOException {
        Question essay = new Question.Essay(
                "say", "Say *what* it is.", 1, Traits.NONE, "It is a slope.", WordLimits.NONE, Rubric.NONE);
        WrittenQuestions written = QuestionExchange.write(
                new Quiz("Words", "", 0.5, 0, false, List.of(essay)), format, "words", DraftPictures.NONE);
        assertThat(written.counts()).as("%s", said(written.faults())).isEqualTo(new ExchangeCounts(1, 1, 0, 0));
        assertThat(again(written).asked()).containsExactly(essay);
    }

    @Test
    void rubricsAndWordLimitsThatAFormatLacksAreNamed() {
        Question essay = new Question.Essay(
                "say",
                "Say it.",
                1,
                Traits.NONE,
                "",
                new WordLimits(10, 20),
                new Rubric(
                        List.of(new Rubric.Criterion(
                                "truth",
                                "True",
                                List.of(new Rubric.Level("no", "No", 0, ""), new Rubric.Level("yes", "Yes", 1, "")))),
                        true));
        Quiz quiz = new Quiz("Words", "", 0.5, 0, false, List.of(essay));
        for (ExchangeFormat format : ExchangeFormat.values()) {
            assertThat(said(QuestionExchange.write(quiz, format, "words", DraftPictures.NONE)
                            .faults()))
                    .as("%s", format)
                    .anyMatch(fault -> fault.contains("[say, rubric]"))
                    .anySatisfy(
                            fault -> assertThat(format == ExchangeFormat.MOODLE_XML || fault.contains("[say, words]"))
                                    .isTrue());
        }
    }

    @Test
    void moodleSaysAllButHowOrdersAreScored() throws IOException {
        WrittenQuestions written = QuestionExchange.write(QUIZ, ExchangeFormat.MOODLE_XML, "all", DraftPictures.NONE);
        assertThat(written.counts()).as("%s", said(written.faults())).isEqualTo(new ExchangeCounts(8, 7, 1, 0));
        ReadQuestions read = again(written);
        assertThat(said(read))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("exchange-scoring [order]"))
                .anyMatch(fault -> fault.contains("exchange-order [one]"));
        assertThat(read.asked()).isEqualTo(QUIZ.questions());
    }

    @ParameterizedTest
    @EnumSource(names = {"MOODLE_XML", "QTI_2_1", "QTI_2_2", "QTI_3_0"})
    void picturesGoAlongAndComeBack(ExchangeFormat format) throws IOException {
        Quiz shown = ExchangeFixtures.quiz("""
                format: collegium-quiz/1
                title: Pictures
                shuffleOptions: true
                questions:
                  - key: look
                    type: single
                    stem: "![a tree](../assets/tree.png) and ![another](../more/tree.png): which, by [a table](../data.csv)?"
                    penalty: 0.25
                    options:
                      - { key: a, text: "![a tree](../assets/tree.png)", correct: true, feedback: "![a tree](../assets/tree.png)" }
                      - { key: b, text: "![none](../assets/gone.png)" }
                """);
        Map<String, SourceFile> files = Map.of(
                "../assets/tree.png", SourceFile.of("assets/tree.png", new byte[] {1}),
                "../more/tree.png", SourceFile.of("more/tree.png", new byte[] {2}),
                "../data.csv", SourceFile.of("data.csv", new byte[] {3}));
        WrittenQuestions written =
                QuestionExchange.write(shown, format, "all", path -> Optional.ofNullable(files.get(path)));
        assertThat(said(written.faults()))
                .filteredOn(fault -> fault.contains("exchange-picture"))
                .containsExactlyInAnyOrder(
                        "look exchange-picture [look, ../data.csv]",
                        "look exchange-picture [look, ../assets/gone.png]");
        assertThat(said(written.faults()).stream().anyMatch(fault -> fault.contains("[look, penalty]")))
                .isEqualTo(format != ExchangeFormat.MOODLE_XML);

        ReadQuestions read = again(written);
        assertThat(read.files()).extracting(file -> (int) file.bytes()[0]).containsExactlyInAnyOrder(1, 2);
        SingleChoice look = (SingleChoice) read.asked().getFirst();
        String tree = read.files().stream()
                .filter(file -> file.bytes()[0] == 1)
                .map(SourceFile::path)
                .findFirst()
                .orElseThrow();
        assertThat(look.stem()).startsWith("![a tree](" + tree + ") and ![another](assets/look-");
        assertThat(look.options().getFirst().text()).isEqualTo("![a tree](" + tree + ")");
        assertThat(look.options().getFirst().feedback()).isEqualTo("![a tree](" + tree + ")");
        assertThat(look.traits().penalty()).isEqualTo(format == ExchangeFormat.MOODLE_XML ? 0.25 : null);
    }

    @ParameterizedTest
    @EnumSource(names = {"QTI_2_1", "QTI_2_2", "QTI_3_0"})
    void qtiSaysAllButHowOrdersAreScored(ExchangeFormat format) throws IOException {
        WrittenQuestions written = QuestionExchange.write(QUIZ, format, "all", DraftPictures.NONE);
        assertThat(written.counts()).as("%s", said(written.faults())).isEqualTo(new ExchangeCounts(8, 7, 1, 0));
        ReadQuestions read = again(written);
        assertThat(said(read))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("exchange-scoring [order]"))
                .anyMatch(fault -> fault.contains("exchange-order [one]"));
        assertThat(read.title()).isEqualTo("All kinds");
        assertThat(read.asked()).isEqualTo(QUIZ.questions());
    }

    @ParameterizedTest
    @EnumSource
    void theOtherQuizzesAreWrittenToTheEndAndReadAgain(ExchangeFormat format) throws IOException {
        for (String yaml : List.of(
                AssessmentFixtures.QUIZ,
                AssessmentFixtures.KINDS,
                AssessmentFixtures.PICTURES,
                AssessmentFixtures.ESSAYS)) {
            Quiz quiz = ExchangeFixtures.quiz(yaml);
            WrittenQuestions written = QuestionExchange.write(quiz, format, "quiz", DraftPictures.NONE);
            ReadQuestions read = again(written);
            assertThat(read.counts().carried())
                    .as("%s", said(read))
                    .isEqualTo(written.counts().carried());
            assertThat(written.counts().found()).isEqualTo(quiz.questions().size());
            assertThat(read.asked()).extracting(Question::key).doesNotHaveDuplicates();
        }
    }

    /** One of each kind, as Studio begins them: it comes back as it was, or a report names it and what of it was lost. */
    @ParameterizedTest
    @EnumSource
    void eachKindComesBackOrIsNamedInAReport(ExchangeFormat format) throws IOException {
        byte[] curve = PictureFixtures.png(1);
        for (String kind : ItemTemplates.kinds()) {
            Quiz quiz = ExchangeFixtures.quiz("format: collegium-quiz/1\ntitle: One\nquestions:\n  -\n"
                    + ItemTemplates.of(kind).indent(4));
            Question question = quiz.questions().getFirst();
            WrittenQuestions written = QuestionExchange.write(
                    quiz, format, "one", path -> Optional.of(SourceFile.of("assets/curve.png", curve)));
            ReadQuestions read = again(written);
            List<String> reports = Stream.concat(written.faults().stream(), read.faults().stream())
                    .filter(fault -> fault.arguments().stream()
                            .anyMatch(one -> String.valueOf(one).equals(question.key())))
                    .map(ImportFault::code)
                    .toList();
            if (!read.asked().stream().map(RoundTripTests::unnamed).toList().equals(List.of(unnamed(question)))) {
                assertThat(reports)
                        .as("%s in %s became %s", kind, format, read.asked())
                        .isNotEmpty();
            }
        }
    }

    /** What a question says, whatever its parts and files are called and in whatever order pairs stand. */
    private static List<String> unnamed(Question question) {
        return Pattern.compile("[\\[\\],]")
                .splitAsStream(question.toString().replaceAll("(?:key|answer|file)=[a-z][^,\\]]*+|\\{\\{[^}]*+}}", ""))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void theSameQuizGivesTheSameBytes(ExchangeFormat format) {
        assertThat(QuestionExchange.write(QUIZ, format, "q", DraftPictures.NONE)
                        .file()
                        .sha256())
                .isEqualTo(QuestionExchange.write(QUIZ, format, "q", DraftPictures.NONE)
                        .file()
                        .sha256());
    }

    @Test
    void whatAFormatCannotSayIsReported() {
        String odd = """
                format: collegium-quiz/1
                title: Odd
                questions:
                  - key: far
                    type: numeric
                    stem: "How far? ![a map](assets/map.png)"
                    skills: [distances]
                    answer: 250
                    tolerance: 1
                    tolerancePercent: 2.5
                    unit: m
                  - key: words
                    type: short-text
                    stem: What is it?
                    accept:
                      - variance
                      - { text: "s[qk]uare", match: pattern }
                    feedback: { correct: Yes. }
                  - key: open
                    type: single
                    stem: Which?
                    options:
                      - { key: a, text: this }
                      - { key: b, text: that }
                """;
        WrittenQuestions written = QuestionExchange.write(
                ExchangeFixtures.quiz(odd), ExchangeFormat.MOODLE_XML, "odd", DraftPictures.NONE);
        assertThat(written.counts()).isEqualTo(new ExchangeCounts(3, 0, 2, 1));
        assertThat(said(written.faults()))
                .containsExactlyInAnyOrder(
                        " exchange-settings []",
                        "far exchange-part [far, tolerancePercent]",
                        "far exchange-picture [far, assets/map.png]",
                        "open exchange-unkeyed [open]",
                        "words exchange-part [words, accept: s[qk]uare]",
                        "words exchange-part [words, feedback.correct]");
        assertThat(new String(written.file().bytes(), StandardCharsets.UTF_8))
                .contains("<unit_name>m</unit_name>")
                .doesNotContain("open");
    }
}

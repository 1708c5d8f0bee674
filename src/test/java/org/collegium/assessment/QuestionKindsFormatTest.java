package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.collegium.assessment.Accepted.Match;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.ShortText;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class QuestionKindsFormatTest {

    private static final String QUIZ = AssessmentFixtures.KINDS;

    @Test
    void everyKindIsReadAndWrittenAsItIs() {
        Quiz quiz = read(QUIZ);

        assertThat(quiz.keyed()).isTrue();
        assertThat(quiz.questions().get(0)).isInstanceOfSatisfying(Numeric.class, numeric -> {
            assertThat(numeric.tolerance()).isEqualTo(new Tolerance(BigDecimal.ONE, new BigDecimal("2.5")));
            assertThat(numeric.units())
                    .isEqualTo(new Units("m", List.of(new Units.Other("km", new BigDecimal(1000))), true));
        });
        assertThat(quiz.questions().get(1))
                .isInstanceOfSatisfying(
                        ShortText.class,
                        words -> assertThat(words.accept())
                                .containsExactly(
                                        Accepted.of("variance"),
                                        new Accepted("*varian*", Match.WILDCARD, 0.5, "Nearly."),
                                        new Accepted("s[qk]uare(s)?", Match.PATTERN, 1, "")));
        assertThat(quiz.questions().get(2))
                .isInstanceOfSatisfying(
                        Matching.class,
                        matching -> assertThat(matching.options()).hasSize(3));
        assertThat(quiz.questions().get(3))
                .isInstanceOfSatisfying(
                        Ordering.class,
                        ordering -> assertThat(ordering.options())
                                .extracting(Question.Offer::key)
                                .containsExactly("split", "train", "test"));
        assertThat(quiz.questions().get(4))
                .isInstanceOfSatisfying(
                        Cloze.class,
                        cloze -> assertThat(cloze.gaps())
                                .extracting(Question.Gap::key, Question.Gap::points)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple("word", 1.0),
                                        org.assertj.core.groups.Tuple.tuple("number", 2.0),
                                        org.assertj.core.groups.Tuple.tuple("choice", 1.0)));
        assertThat(quiz.questions().get(5))
                .isInstanceOfSatisfying(
                        Formula.class, formula -> assertThat(formula.answer()).isEqualTo("w - eta*20"));
        String written = QuizWriter.write(quiz);
        assertThat(read(written)).as(written).isEqualTo(quiz);
    }

    @Test
    void gapsAreInTheOrderOfTheText() {
        String number = "      - { key: number, type: numeric, answer: 3, points: 2 }\n";
        String other = QUIZ.replace(number, "").replace("    gaps:\n", "    gaps:\n" + number);

        assertThat(other).isNotEqualTo(QUIZ);
        assertThat(read(other)).isEqualTo(read(QUIZ));
    }

    @Test
    void whatLacksAKeyBlocksPublishingOnly() {
        String quiz = QUIZ.replace(", answer: median", "")
                .replace(", answer: 3,", ",")
                .replace("    answer: w - eta*20\n", "");
        FaultList faults = new FaultList();

        Quiz read = QuizReader.read(SourceFile.of("q.yaml", quiz), faults).orElseThrow();

        assertThat(faults.faults()).hasSize(3).allMatch(fault -> fault.code().equals("question-unkeyed"));
        assertThat(read.questions())
                .filteredOn(question -> !question.keyed())
                .extracting(Question::key)
                .containsExactly("match", "gaps", "formula");
        assertThat(read(QuizWriter.write(read))).isEqualTo(read);
        assertThat(AskedQuiz.of(read, 1).points()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            factor: 1000                | factor: 0                  | yaml-exclusiveminimum | 12:29
            unit: km,                   | unit: m,                   | unit-repeated         | 12:17
            unit: m\\n                  | note: m\\n                 | yaml-unknown          | 10:5
            tolerancePercent: 2.5       | tolerancePercent: 200      | yaml-maximum          | 9:23
            - variance                  | - { text: v, share: 0.5 }  | accept-no-example     | 17:5
            s[qk]uare(s)?               | (s[qk]uare                 | pattern-refused       | 20:17
            match: wildcard             | match: wildcart            | yaml-choice-like      | 19:36
            answer: median              | answer: medien             | prompt-answer-unknown | 25:56
            key: mae                    | key: mode                  | prompt-key-tells      | 25:16
            key: mode                   | key: mean                  | option-twice          | 30:16
            - { key: test, text: test } | # gone                     | yaml-minitems         | 36:7
            of 2 and 4                  | of 2 and {{four}}          | gap-unknown           | 42:29
            is {{number}}               | is {{word}}                | gap-not-once          | 45:16
            rate {{eta}}                | rate {{beta}}              | variable-unknown      | 54:39
            w - eta*20\\n    tolerance  | w - eta*z\\n    tolerance  | variable-unknown      | 58:13
            w - eta*20\\n    tolerance  | w - eta*\\n    tolerance   | expression-unreadable | 58:13
            w - eta*20\\n    tolerance  | 1/(w - 3)\\n    tolerance  | formula-without-result| 58:13
            {{= w -                     | {{= w ? -                  | expression-unreadable | 60:24
            name: w,                    | name: eta,                 | variable-twice        | 57:17
            to: 9                       | to: 0                      | variable-without-value| 56:9
            step: 2                     | step: 0.000001             | variable-without-value| 56:9
            values: [0.1, 0.25]         | from: 0.1                  | yaml-required         | 57:9
            """)
    void everyFaultHasItsPlace(String before, String after, String code, String place) {
        String quiz = QUIZ.replace(unescaped(before), unescaped(after));
        assertThat(quiz).isNotEqualTo(QUIZ);
        FaultList faults = new FaultList();

        QuizReader.read(SourceFile.of("q.yaml", quiz), faults);

        assertThat(faults.faults())
                .anySatisfy(fault ->
                        assertThat(fault.place() + " " + fault.code()).isEqualTo("q.yaml:" + place + " " + code));
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }

    private static Quiz read(String text) {
        FaultList faults = new FaultList();
        return QuizReader.read(SourceFile.of("q.yaml", text), faults)
                .orElseThrow(() -> new AssertionError(text + faults.faults()));
    }
}

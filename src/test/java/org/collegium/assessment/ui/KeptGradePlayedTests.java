package org.collegium.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.ui.QuizPage.text;

import com.vaadin.flow.dom.Element;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptGrades;
import org.collegium.assessment.CorrectedKeys;
import org.collegium.assessment.CorrectedKeys.Correction;
import org.collegium.assessment.StartResult;
import org.collegium.content.BlobId;
import org.collegium.content.Blobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A key was corrected, and a learner keeps the better grade of before. */
class KeptGradePlayedTests extends QuizPlayedTest {

    @Autowired
    private AttemptGrades grades;

    @Autowired
    private CorrectedKeys keys;

    @Autowired
    private Blobs blobs;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void whatIsRightNowIsMarkedAndWhyThePointsStayIsSaid() throws IOException {
        submitted("");
        open();
        assertThat(option("Amsterdam")).contains("Your choice", "Right").doesNotContain("Not right");
        assertThat(text()).contains("3 of 3 points", "Judged well").doesNotContain("was corrected");

        corrected("");
        open();

        assertThat(option("Amsterdam")).contains("Your choice", "Not right", "About Amsterdam after");
        assertThat(option("The Hague")).contains("Right");
        assertThat(article("Where does"))
                .contains("Earlier key counts", "1 of 1 point", "is right now", "Explained after");
        assertThat(article("by the sea")).contains("Earlier key counts", "Right answer: False", "Judged badly");
        assertThat(article("is a city")).contains("Right").doesNotContain("corrected", "Earlier key");
        assertThat(text()).contains("3 of 3 points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"review: { right: never }", "review: { score: never, right: never }"})
    void whatIsRightStaysHiddenWhereTheQuizDoesNotShowIt(String review) throws IOException {
        submitted(review);
        corrected(review);
        open();

        assertThat(text()).doesNotContain("is right now", "Right answer");
        assertThat(option("Amsterdam")).doesNotContain("Right", "Not right");
    }

    private void submitted(String review) {
        joined(quiz(review, true));
        if (!(attempts.start(ada, place) instanceof StartResult.Going)) {
            throw new AssertionError("It has not begun");
        }
        answer(Map.of("capital", Answer.of("a"), "sea", Answer.of("true"), "other", Answer.of("true")));
        attempts.submit(ada, attempt());
    }

    private void corrected(String review) throws IOException {
        Correction correction =
                new Correction(blobs.put(quiz(review, false).getBytes(StandardCharsets.UTF_8)), UUID.randomUUID());
        transactions.executeWithoutResult(status -> {
            keys.hold(AssessmentFixtures.run(place), "quiz-models", new BlobId(place.sha256()), correction);
            assertThat(grades.regrade(attempt(), correction, true)).isPresent();
        });
    }

    private static String quiz(String review, boolean before) {
        String when = before ? "before" : "after";
        return """
                format: collegium-quiz/1
                title: Capitals
                %s
                questions:
                  - key: capital
                    type: single
                    stem: Where does the government sit?
                    options:
                      - { key: a, text: Amsterdam, correct: %s, feedback: About Amsterdam %s }
                      - { key: b, text: The Hague, correct: %s }
                    explanation: Explained %s
                  - key: sea
                    type: true-false
                    stem: It lies by the sea.
                    answer: %s
                    feedback: { correct: Judged well, incorrect: Judged badly }
                  - { key: other, type: true-false, stem: It is a city., answer: true }
                """.formatted(review, before, when, !before, when, before);
    }

    private static String option(String words) {
        return those("li", words);
    }

    private static String article(String words) {
        return those("article", words);
    }

    private static String those(String tag, String words) {
        return QuizPage.elements()
                .filter(element -> element.getTag().equals(tag))
                .map(KeptGradePlayedTests::read)
                .filter(read -> read.contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static String read(Element element) {
        return QuizPage.elements(element)
                .flatMap(Element::getChildren)
                .filter(Element::isTextNode)
                .map(Element::getText)
                .collect(Collectors.joining("\n"));
    }
}

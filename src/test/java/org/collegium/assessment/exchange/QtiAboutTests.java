package org.collegium.assessment.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.exchange.ExchangeFixtures.question;
import static org.collegium.assessment.exchange.ExchangeFixtures.said;

import java.nio.file.Path;
import java.util.List;
import org.collegium.assessment.Difficulty;
import org.collegium.assessment.Traits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What packages say about their items: what it becomes here, and what of it stays behind. */
@Tag("unit")
class QtiAboutTests {

    @TempDir
    Path folder;

    private ReadQuestions read() {
        return ExchangeFixtures.packed("about22", folder.resolve("about.zip"));
    }

    private Traits traits(String title) {
        return question(read(), title).traits();
    }

    @Test
    void keywordsDifficultyAndCompetenciesComeAlong() {
        assertThat(traits("In the words of LOM"))
                .isEqualTo(new Traits(
                        List.of("judge-a-classifier", "read-a-confusion-matrix"),
                        List.of("evaluation", "arviointi", "final"),
                        Difficulty.HARD,
                        null,
                        ""));
    }

    @Test
    void whatOlderBindingsAndTaoWriteIsUnderstood() {
        assertThat(traits("In an older binding"))
                .isEqualTo(new Traits(List.of("compute-a-mean"), List.of("mean", "middle"), Difficulty.EASY, null, ""));
        assertThat(traits("Properties of TAO"))
                .isEqualTo(new Traits(List.of(), List.of("algebra", "grade-8"), null, null, ""));
    }

    @Test
    void curriculumStandardsAreSkills() {
        assertThat(traits("Standards").skills()).containsExactly("ccss-math-content-8-sp-a-1", "c8b7f1a2");
    }

    @Test
    void whatStaysBehindIsSaid() {
        assertThat(said(read()))
                .anyMatch(fault -> fault.endsWith("exchange-part [Standards, difficulty: 0.62]"))
                .anyMatch(fault -> fault.endsWith("exchange-part [Standards, classification: educational level]"))
                .anyMatch(fault -> fault.endsWith("exchange-part [Properties of TAO, tag: 代数]"))
                .anyMatch(fault -> fault.endsWith("exchange-changed [In an older binding, very easy, easy]"))
                .anyMatch(fault -> fault.endsWith("exchange-unsaid [In the words of LOM, contribute]"))
                .anyMatch(fault -> fault.endsWith("exchange-unsaid [Properties of TAO, x-tao-option-calculator]"))
                .anyMatch(fault -> fault.endsWith("exchange-unsaid [Properties of TAO, Language]"))
                .anyMatch(fault -> fault.endsWith("exchange-unsaid [Properties of TAO, i18]"))
                .anyMatch(fault -> fault.contains("exchange-skills [c8b7f1a2, ccss-math-content-8-sp-a-1,"));
    }
}

package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Option;
import org.collegium.courses.checks.Finding;
import org.collegium.courses.checks.UnitContent;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class SolvableCheckTest {

    @Test
    void everyKindOfQuestionWithAKeyCanBeSolved() {
        List<Finding> findings = new ArrayList<>();
        SourceFile quiz = SourceFile.of("quiz.yaml", AssessmentFixtures.KINDS);

        new SolvableCheck().check(new UnitContent("quiz", quiz, Locale.ENGLISH, Optional.empty()), findings::add);

        assertThat(QuizReader.read(quiz, fault -> {})).isPresent();
        assertThat(findings).isEmpty();
    }

    @Test
    void aKeyThatNobodyCanGiveIsFound() {
        assertThat(SolvableCheck.isSolvable(choice(20))).isTrue();
        assertThat(SolvableCheck.isSolvable(choice(21))).isFalse();
    }

    private static MultipleChoice choice(int right) {
        List<Option> options = IntStream.range(0, right)
                .mapToObj(i -> new Option("o" + i, "Option", true, ""))
                .toList();
        return new MultipleChoice("many", "Which?", 1, Traits.NONE, "", options);
    }
}

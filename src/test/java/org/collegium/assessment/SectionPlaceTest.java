package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.QuizSection.Pool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A question that comes into a quiz with sections is asked in one of them. */
@Tag("unit")
class SectionPlaceTest {

    private static final Fixed FIRST = new Fixed("First", "", List.of("one"));
    private static final Fixed LAST = new Fixed("Last", "", List.of("two"));
    private static final Drawn TREES = new Drawn("Trees", "", 1, new Pool(List.of("trees"), List.of()));
    private static final Drawn ANY = new Drawn("Any", "", 1, Pool.ALL);

    @Test
    void theLastSectionThatNamesQuestionsAsksWhatNoneDraws() {
        Quiz quiz = SectionPlace.more(quiz(FIRST, LAST, TREES), List.of(question("new", 1), question("newer", 1)));

        assertThat(quiz.sections())
                .containsExactly(FIRST, new Fixed("Last", "", List.of("two", "new", "newer")), TREES);
        assertThat(quiz.questions()).extracting(Question::key).endsWith("new", "newer");
        assertThat(quiz.neverAsked()).isEmpty();
    }

    @Test
    void whatASectionDrawsIsLeftToIt() {
        Quiz quiz = SectionPlace.more(quiz(FIRST, LAST, TREES), List.of(question("new", 1, "trees", "deep")));

        assertThat(quiz.sections()).containsExactly(FIRST, LAST, TREES);
        assertThat(quiz.pool(TREES)).extracting(Question::key).containsExactly("oak", "new");
    }

    @Test
    void whatIsWorthAnotherNumberOfPointsIsNotDrawn() {
        Quiz quiz = SectionPlace.more(quiz(FIRST, ANY, LAST), List.of(question("dear", 2, "trees")));

        assertThat(SectionPlace.all(quiz(FIRST, ANY, LAST), question("dear", 2)))
                .containsExactly(new SectionPlace(0, "First", false), new SectionPlace(2, "Last", false));
        assertThat(quiz.sections()).contains(new Fixed("Last", "", List.of("two", "dear")));
        assertThat(quiz.pool(ANY)).extracting(Question::key).containsExactly("oak");
    }

    @Test
    void whereAllDrawAndNoneFindsItNoneAsksIt() {
        Quiz quiz = SectionPlace.more(quiz(TREES), List.of(question("new", 1)));

        assertThat(quiz.sections()).containsExactly(TREES);
        assertThat(quiz.neverAsked()).containsExactly("one", "two", "new");
        assertThat(SectionPlace.all(quiz, question("newer", 1))).isEmpty();
    }

    @Test
    void withoutSectionsEverythingIsAsked() {
        Quiz quiz = SectionPlace.more(quiz(), List.of(question("new", 1)));

        assertThat(quiz.sections()).isEmpty();
        assertThat(quiz.drawn(1).questions()).extracting(Question::key).endsWith("new");
        assertThat(quiz.neverAsked()).isEmpty();
    }

    private static Quiz quiz(QuizSection... sections) {
        return new Quiz(
                        "Quiz",
                        "",
                        0.5,
                        0,
                        false,
                        List.of(question("one", 1), question("two", 1), question("oak", 1, "trees")))
                .asking(List.of(sections));
    }

    private static Question question(String key, double points, String... tags) {
        Traits traits = new Traits(List.of(), List.of(tags), null, null, "");
        return new TrueFalse(key, "Is it?", points, traits, "", true, Feedback.NONE);
    }
}

package org.collegium.assessment.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.collegium.CountedQueries;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What learners read in the mail of an accommodation. */
@Tag("module")
class TellingAccommodatedTests extends AdasWorkTest {

    private static final String UNIT = "quiz-models";
    private static final String REASON = "The bus was late";

    @Autowired
    private Accommodations accommodations;

    @Autowired
    private TellingAccommodated telling;

    private AccountId ben;
    private CourseRunId run;

    @BeforeEach
    void adaAndBenAreInACourseWithATimedQuiz() {
        ben = fixtures.learner("Ben");
        inACourse("timeLimit: 30\nattempts: 2");
    }

    private void inACourse(String rules) {
        CourseVersion course = AssessmentFixtures.published(
                beans, AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\n" + rules));
        run = new CourseRunId(AssessmentFixtures.run(AssessmentFixtures.joined(beans, fixtures, ada, course)));
        AssessmentFixtures.joined(beans, fixtures, ben, course);
        fixtures.signInAsStaff(ExamPermissions.ACCOMMODATE);
    }

    @Test
    void ofOneQuizItIsSaidAsThePageSaysItInTextAndInHtml() {
        accommodations.give(run, given(UNIT, 100, 0, 1));

        assertThat(mail().split(Pattern.quote("Your time: 60 min (30 + 30 extra)"), -1))
                .hasSize(3);
        assertThat(mail())
                .contains("Your attempts: 3 (2 + 1 more)")
                .contains("The reason: " + REASON)
                .doesNotContain("100% more");
    }

    @Test
    void ofAllQuizzesASentenceSaysWhatItComesTo() {
        accommodations.give(run, given("", 50, 5, 2));

        assertThat(mail())
                .contains(
                        "In each quiz with a time limit you have more time: 50 min (30 + 20 extra) where it gives 30 min")
                .contains("2 attempts more in each quiz that limits them");
    }

    @Test
    void whatIsGivenForNothingYetSaysSo() {
        inACourse("attempts: 0");

        accommodations.give(run, given(UNIT, 50, 0, 1));

        assertThat(mail()).contains("It has no time limit now").contains("It has no limit of attempts now");
    }

    @Test
    void manyAreToldWithAsManyQueriesAsOne() {
        AccommodationData data = given(UNIT, 50, 0, 0);
        long one = queries(List.of(data));

        assertThat(queries(List.of(data, data.of(ben)))).isEqualTo(one).isPositive();
    }

    private long queries(List<AccommodationData> given) {
        return CountedQueries.read(transaction, jdbc, () -> {
            telling.tell(run.value(), given);
            return run;
        });
    }

    private AccommodationData given(String unit, int percent, int minutes, int more) {
        return new AccommodationData(ada, unit, percent, minutes, null, null, more, REASON);
    }

    private String mail() {
        return jdbc.sql("select concat(text, html) from mail where account_id = ?")
                .param(ada.toString())
                .query(String.class)
                .single();
    }
}

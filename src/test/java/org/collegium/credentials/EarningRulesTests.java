package org.collegium.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.enrolment.StudyFixtures.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.credentials.rules.Condition;
import org.collegium.credentials.rules.CourseRules;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.PublishedRule;
import org.collegium.credentials.rules.Validity;
import org.collegium.learning.UnitResults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class EarningRulesTests {

    private static final Set<String> ALL = Set.of("lesson", "quiz-one", "quiz-two");

    @Test
    void whoCompletesAllRequiredUnitsHasEarnedIt() {
        Eligibility eligibility =
                judge(rule(Requirement.ALL, null), ALL, Map.of("quiz-one", 0.8, "quiz-two", 0.7, "extra", 0.1));

        assertThat(eligibility).isInstanceOf(Eligibility.Earned.class);
        Evidence evidence = ((Eligibility.Earned) eligibility).evidence();
        assertThat(evidence.units()).isEqualTo(3);
        assertThat(evidence.quizzes()).isEqualTo(2);
        assertThat(evidence.shownScore()).isEqualTo(0.75);
    }

    @Test
    void everythingThatIsMissingIsSaid() {
        assertThat(missing(judge(rule(Requirement.ALL, 0.7), Set.of(), Map.of("quiz-one", 0.6))))
                .containsExactly(
                        new Missing.Unit("Title of lesson", "lesson"),
                        new Missing.QuizScore("Title of quiz-one", "quiz-one", 0.6, 0.9),
                        new Missing.Quiz("Title of quiz-two", "quiz-two"));
    }

    @Test
    void quizzesAreEnoughWhereTheRuleSaysSo() {
        assertThat(judge(
                        rule(Requirement.QUIZZES, null),
                        Set.of("quiz-one", "quiz-two"),
                        Map.of("quiz-one", 0.8, "quiz-two", 0.9)))
                .isInstanceOf(Eligibility.Earned.class);
        assertThat(missing(
                        judge(rule(Requirement.QUIZZES, null), Set.of("lesson", "quiz-one"), Map.of("quiz-one", 1.0))))
                .containsExactly(new Missing.Quiz("Title of quiz-two", "quiz-two"));
    }

    @Test
    void theMeanOfTheRequiredQuizzesMustBeHighEnough() {
        Map<String, Double> scores = Map.of("quiz-one", 0.7, "quiz-two", 0.8, "extra", 1.0);

        assertThat(missing(judge(rule(Requirement.ALL, 0.8), ALL, scores)))
                .containsExactly(new Missing.MeanScore(0.75, 0.8));
        assertThat(judge(rule(Requirement.ALL, 0.75), ALL, scores)).isInstanceOf(Eligibility.Earned.class);
    }

    @Test
    void aResultThatIsNotReleasedIsMissingWhateverItIs() {
        for (Condition asked : List.of(
                new Condition.Completed(),
                new Condition.Quizzes(),
                new Condition.Grade(0.1),
                new Condition.FinishedBy(LocalDate.EPOCH))) {
            EarningRules.Facts facts = new EarningRules.Facts(
                    course(rule(Requirement.ALL, null)),
                    new EarningRule(new Condition.Group(false, List.of(asked)), IssueMode.AUTOMATIC, Validity.FOREVER),
                    true,
                    true,
                    () -> true,
                    new UnitResults(Set.of("lesson", "quiz-two"), Map.of("quiz-two", 1.0)),
                    Map.of(),
                    Set.of("quiz-one"),
                    EarningRulesTests::passMark,
                    Instant.now());

            assertThat(missing(EarningRules.judge(facts)))
                    .containsExactly(new Missing.Results("Title of quiz-one", "quiz-one"));
        }
    }

    @Test
    void sumsOfTenthsDoNotCostACertificate() {
        assertThat(judge(rule(Requirement.ALL, 0.2), ALL, Map.of("quiz-one", 0.1, "quiz-two", 0.3)))
                .isInstanceOf(Eligibility.Earned.class);
    }

    @Test
    void enrolmentAndAConfirmedAddressAreNeeded() {
        UnitResults done = new UnitResults(ALL, Map.of("quiz-one", 1.0, "quiz-two", 1.0));

        assertThat(missing(EarningRules.judge(new EarningRules.Facts(
                        course(rule(Requirement.ALL, null)), false, false, done, EarningRulesTests::passMark))))
                .containsExactly(new Missing.Enrolment(), new Missing.ConfirmedAddress());
    }

    @Test
    void aCourseWithoutARuleGivesNone() {
        assertThat(missing(judge(null, ALL, Map.of()))).containsExactly(new Missing.NoRule());
    }

    @Test
    void whatTheVersionOfTheLearnerDoesNotHaveIsNotDoneByThat() {
        Condition.Activities newer = new Condition.Activities(List.of("lesson", "newer"));

        assertThat(missing(by(course(null), newer, Set.of("lesson"))))
                .containsExactly(new Missing.UnitElsewhere("newer"));
        assertThat(by(course(null), newer, Set.of("lesson", "newer"))).isInstanceOf(Eligibility.Earned.class);
        assertThat(missing(by(lessonOnly(), new Condition.Quizzes(), Set.of("lesson"))))
                .containsExactly(new Missing.NoQuiz());
        assertThat(missing(by(lessonOnly(), new Condition.Grade(0.5), Set.of("lesson"))))
                .containsExactly(new Missing.NoQuiz());
    }

    @Test
    void aRuleTellsWhatTheNewestVersionHasNoMore() {
        EarningRule rule = new EarningRule(
                new Condition.Group(
                        true,
                        List.of(
                                new Condition.Activities(List.of("lesson", "newer")),
                                new Condition.Group(
                                        false, List.of(new Condition.Activities(List.of("newer", "old")))))),
                IssueMode.APPROVAL,
                Validity.FOREVER);

        assertThat(new CourseRules.Seen(
                                CourseId.next(),
                                lessonOnly(),
                                Optional.of(new PublishedRule(1, rule, "For the test", Instant.EPOCH)),
                                Optional.empty())
                        .gone())
                .containsExactly("newer", "old");
    }

    @Test
    void whoWasSeenByARegistrarIsSaidOnlyWhereTheRuleAsks() {
        Condition.Completed completed = new Condition.Completed();

        assertThat(evidence(by(lessonOnly(), completed, Set.of("lesson"))).identified())
                .isFalse();
        assertThat(evidence(by(
                                lessonOnly(),
                                new Condition.Group(false, List.of(completed, new Condition.Identity())),
                                Set.of("lesson")))
                        .identified())
                .isTrue();
    }

    private static Evidence evidence(Eligibility eligibility) {
        return ((Eligibility.Earned) eligibility).evidence();
    }

    private static Eligibility by(CourseManifest course, Condition condition, Set<String> completed) {
        return EarningRules.judge(new EarningRules.Facts(
                course,
                new EarningRule(new Condition.Group(false, List.of(condition)), IssueMode.APPROVAL, Validity.FOREVER),
                true,
                true,
                () -> true,
                new UnitResults(completed, Map.of()),
                Map.of(),
                Set.of(),
                EarningRulesTests::passMark,
                Instant.EPOCH));
    }

    private static CourseManifest lessonOnly() {
        return CredentialsFixtures.with(
                null,
                List.of(new CourseSection("only", "Only", null, List.of(unit("lesson", "lesson", true, false, null)))));
    }

    private static List<Missing> missing(Eligibility eligibility) {
        return ((Eligibility.NotYet) eligibility).missing();
    }

    private static Eligibility judge(
            @Nullable CertificateRule rule, Set<String> completed, Map<String, Double> scores) {
        return EarningRules.judge(new EarningRules.Facts(
                course(rule), true, true, new UnitResults(completed, scores), EarningRulesTests::passMark));
    }

    private static double passMark(CourseUnit quiz) {
        return quiz.key().equals("quiz-one") ? 0.9 : 0.7;
    }

    private static CertificateRule rule(Requirement require, @Nullable Double minimum) {
        return new CertificateRule(require, minimum);
    }

    private static CourseManifest course(@Nullable CertificateRule rule) {
        return CredentialsFixtures.with(
                rule,
                List.of(new CourseSection(
                        "only",
                        "Only",
                        null,
                        List.of(
                                unit("lesson", "lesson", true, false, null),
                                unit("quiz-one", "quiz", true, false, null),
                                unit("quiz-two", "quiz", true, false, null),
                                unit("extra", "quiz", false, false, null)))));
    }
}
